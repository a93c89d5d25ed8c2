// The text of the pages is plain Markdown: no template is looked for in it.
export default function (config) {
  return {
    dir: { input: "content", includes: "../includes", data: "../data", output: "site" },
    markdownTemplateEngine: false,
  };
}
