/** The colours and sizes of app/tokens.css, for the one page that has no stylesheet. tests/unit holds them equal. */
export const style = `
:root{color-scheme:light dark}
[data-theme=light]{color-scheme:light}
[data-theme=dark]{color-scheme:dark}
*{box-sizing:border-box;margin:0;padding:0}
body{background:light-dark(#faf8f2,#13120e);color:light-dark(#1d1b16,#f6f2e5);overflow-wrap:break-word;
font:400 1.0625rem/1.4375rem system-ui,-apple-system,"Segoe UI",Roboto,"Helvetica Neue","Noto Sans",Arial,sans-serif;
font-variant-numeric:tabular-nums;-webkit-text-size-adjust:100%}
main{display:grid;gap:.75rem;max-width:34rem;min-height:100dvh;align-content:center;margin-inline:auto;
padding:max(1rem,env(safe-area-inset-top)) 1rem max(1rem,env(safe-area-inset-bottom))}
.vacant{display:grid;justify-items:center;gap:.5rem;padding:2rem 1.5rem;text-align:center;text-wrap:pretty;
border:1.5px dashed light-dark(#e2ddcf,#37342a);border-radius:.375rem}
h1{font-size:1.375rem;line-height:1.6875rem}
h2{margin-top:1rem;font-size:1.0625rem}
p,small{color:light-dark(#5a5548,#bdb6a3)}
section{border:1px solid light-dark(#e2ddcf,#37342a);border-radius:.75rem;background:light-dark(#ffffff,#1e1c16);overflow:hidden}
h3,li a{display:flex;align-items:baseline;justify-content:space-between;gap:1rem}
h3{padding:.75rem 1rem .5rem;font-size:1.0625rem}
ul{list-style:none}
li{border-top:1px solid light-dark(#e2ddcf,#37342a)}
li a{min-height:3rem;align-items:center;padding:.375rem 1rem;
color:inherit;font-weight:500;text-decoration:none}
small{flex:none;font-size:.8125rem;font-weight:400}
.button{display:inline-flex;min-height:2.75rem;align-items:center;margin-top:.75rem;padding:.5rem 1.25rem;
border-radius:999rem;background:light-dark(#2c3bc4,#aab4ff);color:light-dark(#ffffff,#11143a);font-weight:650;text-decoration:none}
a:focus-visible{outline:3px solid light-dark(#2c3bc4,#aab4ff);outline-offset:-3px}
.button:focus-visible{outline-offset:2px}`;
