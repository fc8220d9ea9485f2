import { useState } from 'preact/hooks'
import type { Visit } from '../models/visit.ts'
import { words } from '../words.ts'
import { Hero } from './Hero.tsx'
import { TroubleLine } from './TroubleLine.tsx'

/** Whoever the page does not know says who he is. */
export function Introduce({ visit, close }: { visit: Visit; close(): void }) {
  const [name, setName] = useState('')
  const [email, setEmail] = useState('')
  const busy = visit.introducing.value
  return (
    <div class="screen">
      <Hero name={null} close={close} />
      <main class="scroll">
        <form
          class="card ask"
          onSubmit={(event) => {
            event.preventDefault()
            void visit.introduce({ name: name.trim(), email: email.trim() })
          }}
        >
          <p class="hint">{words.introduce.why}</p>
          <label>
            {words.introduce.name}
            <input autoComplete="name" required maxLength={120} value={name} onInput={(event) => setName(event.currentTarget.value)} />
          </label>
          <label>
            {words.introduce.email}
            <input
              type="email"
              autoComplete="email"
              required
              maxLength={254}
              value={email}
              onInput={(event) => setEmail(event.currentTarget.value)}
            />
          </label>
          <TroubleLine trouble={visit.trouble.value} />
          <button type="submit" class="button primary wide" disabled={busy}>
            {busy ? words.introduce.going : words.introduce.go}
          </button>
        </form>
      </main>
    </div>
  )
}
