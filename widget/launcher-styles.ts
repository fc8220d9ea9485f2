/** The launcher's styles, which a strict page lets in as a sheet that is not an element. The accent is the tokens', or the desk's own. */
export const launcherStyles = (side: string, button = 'light-dark(#00767c,#48bfbf)', sign = 'light-dark(#f8fdfd,#011519)') => `
:host{all:initial;position:fixed;z-index:2147483000;inset-inline-${side}:20px;bottom:20px;color-scheme:light dark}
button{all:unset;display:grid;place-items:center;width:56px;height:56px;border-radius:50%;cursor:pointer;
background:${button};color:${sign};box-shadow:0 4px 16px #0004}
button,iframe{outline:1px solid #0000}
button:focus-visible{outline:3px solid light-dark(#162126,#e7ecee)}
svg{width:25px;height:25px;fill:none;stroke:currentColor;stroke-width:2;stroke-linecap:round;stroke-linejoin:round}
b{position:absolute;top:-3px;inset-inline-end:-3px;min-width:21px;border-radius:11px;background:light-dark(#c2272d,#fb817c);
color:light-dark(#fffafa,#20090a);font:600 12px/21px system-ui;text-align:center}
iframe{position:fixed;inset-inline-${side}:20px;bottom:90px;width:380px;height:min(640px,100vh - 110px);border:0;
border-radius:16px;box-shadow:0 8px 48px #0004}
@media(max-width:480px){iframe{inset:var(--top,0) 0 auto;width:100%;height:var(--height,100%);border-radius:0}button[aria-expanded=true]{visibility:hidden}}
`
