/** How a page looks, by day and by night. Level is told in words too, so colours only help. */
export const pageStyle = `
:root {
  color-scheme: light dark;
  --paper: #ffffff; --ink: #1f2328; --quiet: #59636e; --line: #d1d9e0; --code: #f6f8fa; --link: #0550ae;
  --breaking: #b42318; --code-only: #6639ba; --warning: #845306; --info: #116329; --accepted: #59636e;
  --gone: #ffebe9; --new: #dafbe1;
}
@media (prefers-color-scheme: dark) {
  :root {
    --paper: #0d1117; --ink: #e6edf3; --quiet: #9198a1; --line: #3d444d; --code: #161b22; --link: #79b8ff;
    --breaking: #ff8a80; --code-only: #c9a6ff; --warning: #e3b341; --info: #56d364; --accepted: #9198a1;
    --gone: #4a1d1c; --new: #12331d;
  }
}
* { box-sizing: border-box; }
body { margin: 0 auto; max-width: 80rem; padding: 1.5rem; background: var(--paper); color: var(--ink);
  font: 1rem/1.5 system-ui, sans-serif; }
h1 { margin: 0; font-size: 1.6rem; line-height: 1.25; }
h2 { margin: 2rem 0 0.5rem; font-size: 1.2rem; }
h3 { display: inline; font-size: 1rem; }
p, ul { margin: 0.5rem 0; }
a { color: var(--link); }
code, pre { font: 0.85rem/1.5 ui-monospace, monospace; unicode-bidi: isolate; }
code { background: var(--code); padding: 0.1em 0.3em; border-radius: 0.25rem; overflow-wrap: anywhere; }
pre { margin: 0.5rem 0; padding: 0.5rem; background: var(--code); border-radius: 0.25rem; overflow-x: auto; }
:focus-visible { outline: 2px solid var(--link); outline-offset: 2px; }
.skip { position: absolute; left: -99rem; }
.skip:focus { left: 1rem; top: 0.25rem; }
.quiet, .about, figcaption { color: var(--quiet); font-size: 0.9rem; }
form { display: flex; flex-wrap: wrap; gap: 0.75rem 1.5rem; align-items: end; margin-top: 1.5rem;
  padding: 0.75rem 1rem; border: 1px solid var(--line); border-radius: 0.5rem; }
form[hidden] { display: none; }
fieldset { margin: 0; padding: 0; border: 0; display: flex; flex-wrap: wrap; gap: 0.25rem 1rem; }
legend { padding: 0; font-weight: 600; }
.field { display: grid; font-weight: 600; }
input[type=search], select { font: inherit; font-weight: 400; color: inherit; background: var(--paper); padding: 0.2rem 0.4rem;
  border: 1px solid var(--quiet); border-radius: 0.25rem; max-width: 22rem; }
.change { margin: 0.75rem 0; padding: 0.6rem 1rem; border: 1px solid var(--line); border-radius: 0.5rem;
  border-left: 0.35rem solid var(--level); }
.change[hidden] { display: none; }
.breaking { --level: var(--breaking); }
.code { --level: var(--code-only); }
.warning { --level: var(--warning); }
.info { --level: var(--info); }
.accepted { --level: var(--accepted); }
h2.breaking, h2.code, h2.warning, h2.info, h2.accepted { color: var(--level); }
summary { cursor: pointer; }
.sides { display: grid; grid-template-columns: repeat(2, minmax(0, 1fr)); gap: 1rem; }
figure { margin: 0.25rem 0 0; }
mark { display: inline-block; min-width: 100%; color: inherit; background: var(--gone); }
.revision mark { background: var(--new); }
.number { display: inline-block; min-width: 3ch; text-align: right; color: var(--quiet); user-select: none; }
.operations { columns: 24rem; }
@media (max-width: 48rem) { .sides { grid-template-columns: minmax(0, 1fr); gap: 0; } body { padding: 1rem; } }
@media print { form, .skip { display: none; } }
`;
