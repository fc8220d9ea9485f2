import { useEffect, useRef, useState } from 'preact/hooks'
import type { LookLanguage, WidgetLook } from '../../../shared/look.ts'
import { words as laterWords } from '../../later-words.ts'
import { shownFirst } from '../../models/look.ts'
import { words } from '../../words.ts'

const schemes = ['light', 'dark'] as const
const screens = ['introduce', 'home'] as const

interface WidgetPreviewProps {
  look: WidgetLook
  /** What requesters may choose from, as it is being written; they see it at home alone. */
  topics?: readonly string[]
}

/** The widget itself, in a frame, following every key. What is not saved is seen here and nowhere else. */
export function WidgetPreview({ look, topics }: WidgetPreviewProps) {
  const frame = useRef<HTMLIFrameElement>(null)
  const [scheme, setScheme] = useState<(typeof schemes)[number]>('light')
  const [screen, setScreen] = useState<(typeof screens)[number]>(topics ? 'home' : 'introduce')
  const [language, setLanguage] = useState<LookLanguage | null>(null)
  const spoken = language && look.languages.includes(language) ? language : shownFirst(look)
  const shown = JSON.stringify({ look, scheme, screen, language: spoken, topics })

  const show = () => frame.current?.contentWindow?.postMessage({ firstline: 'preview', ...JSON.parse(shown) }, location.origin)
  useEffect(show, [shown])
  useEffect(() => {
    // The frame says when it can hear.
    const hear = ({ source, origin, data }: MessageEvent) => {
      if (source === frame.current?.contentWindow && origin === location.origin && data?.firstline === 'preview-ready') show()
    }
    addEventListener('message', hear)
    return () => removeEventListener('message', hear)
  }, [shown])

  return (
    <section class="widget-preview" aria-label={words.settings.preview}>
      <div class="preview-choices">
        {!topics && <Chips all={screens} names={laterWords.look.screens} chosen={screen} onChoose={setScreen} />}
        <Chips all={schemes} names={laterWords.look.schemes} chosen={scheme} onChoose={setScheme} />
        {look.languages.length > 1 && (
          <Chips all={look.languages} names={laterWords.look.languageNames} chosen={spoken} onChoose={setLanguage} />
        )}
      </div>
      <iframe ref={frame} title={words.settings.preview} src="/widget/preview" class={scheme} />
    </section>
  )
}

interface ChipsProps<One extends string> {
  all: readonly One[]
  names: Record<One, string>
  chosen: One
  onChoose: (one: One) => void
}

/** One of a few, which stay together on narrow screens. */
function Chips<One extends string>({ all, names, chosen, onChoose }: ChipsProps<One>) {
  return (
    <div class="chips">
      {all.map((one) => (
        <button key={one} type="button" class="chip" aria-pressed={one === chosen} onClick={() => onChoose(one)}>
          {names[one]}
        </button>
      ))}
    </div>
  )
}
