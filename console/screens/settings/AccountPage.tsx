import { useState } from 'preact/hooks'
import { leaveDesk } from '../../models/leaving.ts'
import type { Session } from '../../models/session.ts'
import { chooseTheme, themeOf, themes } from '../../models/theme.ts'
import { HabitFields } from '../../parts/HabitFields.tsx'
import { LanguageChoice } from '../../parts/LanguageChoice.tsx'
import { words } from '../../words.ts'
import { NameForm } from './NameForm.tsx'
import { PasswordForm } from './PasswordForm.tsx'

/** Who I am, how the console looks and sounds on this device, and the way out. */
export function AccountPage({ session }: { session: Session }) {
  const { me, store, notices, connection } = session
  const [theme, setTheme] = useState(themeOf(store))
  const tell = (error: unknown) => notices.refused(error)
  return (
    <>
      <h2>{words.settings.pages.account}</h2>
      <dl class="facts">
        <dt>{words.shell.email}</dt>
        <dd>{me.email}</dd>
        <dt>{words.settings.role}</dt>
        <dd>{words.shell.roles[me.role]}</dd>
      </dl>
      <NameForm session={session} />
      <fieldset class="choices">
        <legend>{words.shell.theme}</legend>
        {themes.map((one) => (
          <label key={one}>
            <input
              type="radio"
              name="theme"
              checked={theme === one}
              onChange={() => {
                chooseTheme(store, one)
                setTheme(one)
              }}
            />
            {words.shell.themes[one]}
          </label>
        ))}
      </fieldset>
      <LanguageChoice session={session} />
      <HabitFields session={session} />
      <PasswordForm session={session} />
      <div class="buttons start">
        <button type="button" class="button" onClick={() => void leaveDesk(session).catch(tell)}>
          {words.shell.signOut}
        </button>
        <button type="button" class="button" onClick={() => void connection.ask('people:sign-out-everywhere', {}).catch(tell)}>
          {words.shell.signOutEverywhere}
        </button>
      </div>
      <p class="hint">{words.shell.signedOutEverywhere}</p>
    </>
  )
}
