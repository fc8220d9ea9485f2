import { words } from '../words.ts'

const tabs = ['ticket', 'person', 'history'] as const
export type TabName = (typeof tabs)[number]

/** The sides of what a chat is about. The arrow keys go from one to the next, as tabs do everywhere. */
export function Tabs({ shown, show }: { shown: TabName; show: (tab: TabName) => void }) {
  const step = (event: KeyboardEvent & { currentTarget: HTMLElement }) => {
    const by = { ArrowRight: 1, ArrowLeft: -1 }[event.key]
    if (!by) return
    event.preventDefault()
    const next = tabs[(tabs.indexOf(shown) + by + tabs.length) % tabs.length]
    if (!next) return
    show(next)
    event.currentTarget.querySelector<HTMLElement>(`#about-${next}`)?.focus()
  }
  return (
    <div class="about-tabs" role="tablist" aria-label={words.chats.about} onKeyDown={step}>
      {tabs.map((tab) => (
        <button
          key={tab}
          type="button"
          role="tab"
          id={`about-${tab}`}
          aria-selected={tab === shown}
          aria-controls="about-panel"
          tabIndex={tab === shown ? 0 : -1}
          onClick={() => show(tab)}
        >
          {words.chats.tabs[tab]}
        </button>
      ))}
    </div>
  )
}

/** What makes an element the side that a tab shows. */
export const tabPanel = (tab: TabName) => ({ role: 'tabpanel', id: 'about-panel', 'aria-labelledby': `about-${tab}`, tabIndex: 0 }) as const
