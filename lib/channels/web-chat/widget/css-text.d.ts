/** A style sheet as a minified string; build.mjs does it. */
declare module '*.css?text' {
  const css: string;
  export default css;
}
