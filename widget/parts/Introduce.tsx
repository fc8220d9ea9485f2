import type { Visit } from '../models/visit.ts'
import { receptionOfAll } from '../models/welcome.ts'
import { words } from '../words.ts'
import { Hero } from './Hero.tsx'
import { OldPage } from './OldPage.tsx'
import { TroubleLine } from './TroubleLine.tsx'
import { useKept } from './useKept.ts'
import { useWrong } from './useWrong.tsx'
import { WelcomeLine } from './WelcomeLine.tsx'

/** Whoever the page does not know says who he is. */
export function Introduce({ visit, close }: { visit: Visit; close(): void }) {
  const [name, setName] = useKept(visit, 'name')
  const [email, setEmail] = useKept(visit, 'email')
  const wrong = useWrong()
  const busy = visit.introducing.value
  const wanted = visit.look.value?.email ?? 'required'
  return (
    <div class="screen">
      <Hero visit={visit} close={close} />
      <main class="scroll">
        <form
          class="card ask"
          {...wrong.form}
          onSubmit={(event) => {
            event.preventDefault()
            if (wrong.isRight(event.currentTarget)) void visit.introduce({ name: name.trim(), email: email.trim() || null })
          }}
        >
          <p class="hint">{words.introduce.why}</p>
          <label>
            {words.introduce.name}
            <input
              {...wrong.at('name')}
              autoComplete="name"
              required
              maxLength={120}
              value={name}
              onInput={(event) => setName(event.currentTarget.value)}
            />
          </label>
          {wrong.said('name')}
          {wanted === 'none' ? null : (
            <label>
              {wanted === 'optional' ? words.introduce.emailIfAny : words.introduce.email}
              <input
                {...wrong.at('email')}
                type="email"
                autoComplete="email"
                required={wanted === 'required'}
                maxLength={254}
                value={email}
                onInput={(event) => setEmail(event.currentTarget.value)}
              />
            </label>
          )}
          {wrong.said('email')}
          <TroubleLine trouble={visit.trouble.value} />
          <button type="submit" class="button primary wide" disabled={busy}>
            {busy ? words.introduce.going : words.introduce.go}
          </button>
          <WelcomeLine welcome={receptionOfAll(visit.reception.value)} />
        </form>
        <OldPage />
      </main>
    </div>
  )
}
