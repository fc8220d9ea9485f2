import { useState } from 'preact/hooks'
import type { Site } from '../../../shared/protocol/admin.ts'
import { type CodeLanguage, codeLanguages, pageCode, pageLines } from '../../models/page-code.ts'
import { CopyText } from '../../parts/CopyText.tsx'
import { words } from '../../words.ts'

/** What the page's server and the page itself must say, ready to be pasted. */
export function SiteCode({ site }: { site: Pick<Site, 'issuer' | 'audience' | 'algorithm'> }) {
  const [language, setLanguage] = useState<CodeLanguage>('Node.js')
  return (
    <section class="verbs site-code">
      <h3>{words.settings.pageCode}</h3>
      <p class="hint">{words.settings.pageCodeHint}</p>
      <fieldset class="chips-set">
        <legend>{words.settings.codeLanguage}</legend>
        {codeLanguages.map((one) => (
          <button key={one} type="button" class="chip" aria-pressed={one === language} onClick={() => setLanguage(one)}>
            {one}
          </button>
        ))}
      </fieldset>
      <CopyText label={words.settings.onPagesServer(language)} text={pageCode(language, site)} />
      <CopyText label={words.settings.onPage} text={pageLines} />
    </section>
  )
}
