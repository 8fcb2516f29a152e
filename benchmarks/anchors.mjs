// Answers what the JavaScript generators make of headings: `node anchors.mjs FOLDER < headings.json > answers.json`.
// FOLDER holds node_modules; a generator that is not installed there is left out.

import { createRequire } from "node:module";
import { readFileSync } from "node:fs";
import { pathToFileURL } from "node:url";
import { join, resolve } from "node:path";

const folder = resolve(process.argv[2]);
const require = createRequire(join(folder, "package.json"));
const use = async (name) => import(pathToFileURL(require.resolve(name)).href);
const inside = (path) => join(folder, "node_modules", path);
const version = (name) => JSON.parse(readFileSync(inside(`${name}/package.json`))).version;
const { headings } = JSON.parse(readFileSync(0, "utf8"));

const ids = (html) => {
  const found = /<h[1-6][^>]*?\sid="([^"]*)"/.exec(html);
  return found ? found[1].replace(/&quot;/g, '"').replace(/&#39;|&#x27;/g, "'").replace(/&lt;/g, "<").replace(/&gt;/g, ">")
    .replace(/&#x([0-9a-f]+);/gi, (_, code) => String.fromCodePoint(parseInt(code, 16)))
    .replace(/&amp;/g, "&") : null;
};

async function markdownIt() {
  const MarkdownIt = (await use("markdown-it")).default;
  const anchor = (await use("markdown-it-anchor")).default;
  const md = MarkdownIt({ html: true }).use(anchor);
  return { version: version("markdown-it-anchor"), render: (text) => ids(md.render(text)) };
}

async function eleventy() {
  const MarkdownIt = (await use("markdown-it")).default;
  const { IdAttributePlugin } = await import(pathToFileURL(inside("@11ty/eleventy/src/Plugins/IdAttributePlugin.js")).href);
  const posthtml = createRequire(inside("@11ty/eleventy/package.json"))("posthtml");
  const md = MarkdownIt({ html: true });
  let plugin;
  IdAttributePlugin({ htmlTransformer: { addPosthtmlPlugin: (_, made) => { plugin = made({}); } } });
  return {
    version: version("@11ty/eleventy"),
    render: async (text) => ids((await posthtml([(tree) => { plugin(tree); }]).process(md.render(text))).html),
  };
}

async function docusaurus() {
  const plugin = createRequire(inside("@docusaurus/mdx-loader/package.json"));
  const headingsPlugin = plugin("@docusaurus/mdx-loader/lib/remark/headings/index.js").default;
  const { unified } = await import(pathToFileURL(plugin.resolve("unified")).href);
  const parse = (await import(pathToFileURL(plugin.resolve("remark-parse")).href).catch(() => use("remark-parse"))).default;
  const gfm = (await import(pathToFileURL(plugin.resolve("remark-gfm")).href)).default;
  const processor = unified().use(parse).use(gfm).use(headingsPlugin, { anchorsMaintainCase: false });
  return {
    version: version("@docusaurus/mdx-loader"),
    render: async (text) => {
      const tree = await processor.run(processor.parse(text));
      return tree.children.find((node) => node.type === "heading")?.data.id ?? null;
    },
  };
}

async function astro() {
  const { createMarkdownProcessor } = await use("@astrojs/markdown-remark");
  const processor = await createMarkdownProcessor({});
  return {
    version: version("@astrojs/markdown-remark"),
    render: async (text) => (await processor.render(text)).metadata.headings[0]?.slug ?? null,
  };
}

async function vitepress() {
  const { createMarkdownRenderer } = await use("vitepress");
  const md = await createMarkdownRenderer(folder);
  return {
    version: version("vitepress"),
    render: async (text) => ids(md.render(text)),
  };
}

async function zenn() {
  const module = await use("zenn-markdown-html");
  const render = module.default?.default ?? module.default;
  return { version: version("zenn-markdown-html"), render: async (text) => ids(await render(text)) };
}

async function hexo() {
  const register = createRequire(inside("hexo-renderer-marked/package.json"));
  const render = register("hexo-renderer-marked/lib/renderer.js");
  const context = {
    config: { marked: {
      gfm: true, pedantic: false, breaks: true, smartLists: true, smartypants: true, modifyAnchors: 0, autolink: true,
      mangle: true, sanitizeUrl: false, dompurify: false, headerIds: true, anchorAlias: false, lazyload: false,
      prependRoot: true, postAsset: false, external_link: { enable: false, exclude: [], nofollow: false },
    }, url: "https://example.org", root: "/" },
    hexo: { config: { url: "https://example.org" } },
    execFilterSync() {},
  };
  context.hexo = context;
  return {
    version: version("hexo-renderer-marked"),
    render: (text) => ids(render.call(context, { text })),
  };
}

const generators = {
  "markdown-it-anchor": markdownIt, "eleventy": eleventy, "docusaurus": docusaurus, "astro": astro, "vitepress": vitepress,
  "zenn-markdown-html": zenn, "hexo-renderer-marked": hexo,
};
const answers = {};
for (const [name, prepare] of Object.entries(generators)) {
  try {
    const { version: made, render } = await prepare();
    const anchors = [];
    for (const heading of headings) {
      try {
        anchors.push(await render(`## ${heading}\n`));
      } catch (problem) {
        if (!process.env.QUIET) console.error(`${name}: ${heading}: ${problem.message}`);
        anchors.push(null);
      }
    }
    answers[name] = { version: made, anchors };
  } catch (problem) {
    console.error(`${name}: left out: ${problem.stack}`);
  }
}
console.log(JSON.stringify(answers));
