import type { Session } from '../models/session.ts'
import { type Shortcut, shortcuts, type Where } from '../models/shortcuts.ts'
import { words } from '../words.ts'
import { Dialog } from './Dialog.tsx'
import { keyName } from './Keys.tsx'

const groups: Where[][] = [['anywhere', 'outside'], ['composer'], ['offer'], ['wrapUp'], ['board']]

/** All keys, on one sheet. */
export function KeySheet({ session: { habits, overlay } }: { session: Session }) {
  return (
    <Dialog title={words.keys.title} onClose={overlay.close}>
      <div class="key-sheet">
        {groups.map((group) => (
          <section key={group[0]}>
            <h3>{words.keys.where[group[0] ?? 'anywhere']}</h3>
            <dl>
              {shortcuts
                .filter(({ where }) => group.includes(where))
                .map((one) => (
                  <Line key={one.does} shortcut={one} />
                ))}
            </dl>
          </section>
        ))}
      </div>
      <label class="check">
        <input
          type="checkbox"
          checked={habits.singleKeys.value}
          onChange={(event) => {
            habits.singleKeys.value = event.currentTarget.checked
          }}
        />
        {words.keys.single}
      </label>
    </Dialog>
  )
}

function Line({ shortcut: { does, keys } }: { shortcut: Shortcut }) {
  return (
    <div>
      <dt>{words.keys.deeds[does]}</dt>
      <dd>
        {keys.map((key) => (
          <kbd key={key}>{keyName(key)}</kbd>
        ))}
      </dd>
    </div>
  )
}
