/** The launcher's styles, which a strict page lets in as a sheet that is not an element. The accent is the tokens'. */
export const launcherStyles = `
:host{all:initial;position:fixed;z-index:2147483000;inset-inline-end:20px;bottom:20px;color-scheme:light dark}
button{all:unset;box-sizing:border-box;position:relative;display:grid;place-items:center;width:56px;height:56px;border-radius:50%;cursor:pointer;
background:light-dark(oklch(.51 .098 200),oklch(.74 .105 195));color:light-dark(oklch(.99 .005 200),oklch(.18 .03 210));
box-shadow:0 2px 6px oklch(.3 .02 230/.2),0 16px 48px oklch(.3 .02 230/.25)}
button:focus-visible{outline:3px solid light-dark(oklch(.24 .018 230),oklch(.94 .006 220));outline-offset:2px}
svg{width:25px;height:25px;fill:none;stroke:currentColor;stroke-width:1.75;stroke-linecap:round;stroke-linejoin:round}
b{position:absolute;top:-3px;inset-inline-end:-3px;min-width:21px;height:21px;border-radius:11px;background:light-dark(oklch(.53 .19 25),oklch(.74 .15 24));
color:light-dark(oklch(.99 .005 20),oklch(.18 .04 20));font:600 12px/21px system-ui,sans-serif;text-align:center}
iframe{position:fixed;inset-inline-end:20px;bottom:90px;width:min(380px,calc(100vw - 40px));height:min(640px,calc(100vh - 110px));border:0;border-radius:16px;
color-scheme:light dark;box-shadow:0 2px 6px oklch(.3 .02 230/.1),0 16px 48px oklch(.3 .02 230/.25)}
[hidden]{display:none!important}
@media(max-width:480px){iframe{inset:0;width:100%;height:100%;border-radius:0}button[aria-expanded=true]{visibility:hidden}}
`
