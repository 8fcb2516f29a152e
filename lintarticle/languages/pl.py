"""Polish."""

ALT_OPENERS = (
    "obraz przedstawiający", "obrazek przedstawiający", "zdjęcie przedstawiające", "grafika przedstawiająca",
    "ilustracja przedstawiająca", "obraz przedstawia", "zdjęcie przedstawia",
)

FILE_ALTS = (
    "obraz", "obrazek", "zdjęcie", "grafika", "zrzut ekranu", "rysunek", "ilustracja", "diagram", "wykres", "logo",
    "tekst alternatywny",
)

STOP_WORDS = (
    "a", "aby", "ale", "albo", "ani", "bardzo", "bez", "bo", "być", "był", "była", "było", "były", "będzie", "ci", "co",
    "czy", "dla", "do", "gdy", "gdzie", "go", "i", "ich", "ile", "im", "inne", "ja", "jak", "jako", "je", "jednak",
    "jego", "jej", "jest", "jeszcze", "jeśli", "już", "każdy", "kiedy", "kto", "która", "które", "który", "lub", "ma",
    "mam", "mi", "mnie", "mogą", "może", "można", "my", "na", "nad", "nam", "nas", "nasz", "nie", "niego", "niej",
    "nich", "o", "od", "on", "ona", "one", "oni", "oraz", "po", "pod", "poza", "przed", "przez", "przy", "są", "się",
    "sobie", "sposób", "swoje", "ta", "tak", "także", "tam", "te", "tego", "tej", "ten", "też", "to", "tu", "tutaj",
    "twój", "ty", "tych", "tylko", "tym", "tę", "u", "w", "we", "więc", "wszystkie", "wszystko", "wy", "z", "za", "ze",
    "że", "żeby",
)

CONNECTING_WORDS = (
    "a", "aby", "ale", "albo", "ani", "bez", "dla", "do", "gdy", "gdzie", "i", "jako", "jak", "jeśli", "lub", "na",
    "nad", "o", "od", "oraz", "po", "pod", "poza", "przed", "przez", "przy", "u", "w", "we", "więc", "z", "za", "ze",
    "że", "żeby", "który", "która", "które",
)

PLACEHOLDERS = (
    "bez tytułu", "tytuł tutaj", "twój tytuł", "opis tutaj", "twoje imię", "do uzupełnienia", "rrrr-mm-dd",
)
