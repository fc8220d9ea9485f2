import { FlaskConical } from 'lucide-preact'
import { linkTo } from '../router.ts'
import { words } from '../words.ts'

/** Leads to where what is written and not saved is tried out: it is taken along by itself. */
export const ToTrial = () => (
  <a class="button" href={linkTo({ at: 'settings', page: 'trying' })}>
    <FlaskConical aria-hidden="true" /> {words.settings.pages.trying}
  </a>
)
