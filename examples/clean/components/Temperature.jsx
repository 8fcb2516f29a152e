export default ({ celsius }) => <span>{celsius} °C</span>;
