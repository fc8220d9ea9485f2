import type { Words } from '../../later-words.ts'
import { articles } from '../de/articles.ts'
import { auditFields, auditSwitch } from '../de/audit-fields.ts'
import { audited } from '../de/audited.ts'
import { calls } from '../de/calls.ts'
import { categories } from '../de/categories.ts'
import { closing } from '../de/closing.ts'
import { decisions } from '../de/decisions.ts'
import { distribution } from '../de/distribution.ts'
import { guard } from '../de/guard.ts'
import { guides } from '../de/guides.ts'
import { handOver } from '../de/hand-over.ts'
import { incidents } from '../de/incidents.ts'
import { knowledge } from '../de/knowledge.ts'
import { lists } from '../de/lists.ts'
import { look } from '../de/look.ts'
import { oneFile } from '../de/one-file.ts'
import { promising } from '../de/promising.ts'
import { related } from '../de/related.ts'
import { remote } from '../de/remote.ts'
import { rules } from '../de/rules.ts'
import { targets } from '../de/targets.ts'
import { together } from '../de/together.ts'
import { trying } from '../de/trying.ts'

/** Every text that nobody needs before the chats are there, in German. */
export const german: Words = {
  trying,
  targets,
  auditFields,
  auditSwitch,
  audited,
  look,
  related,
  remote,
  rules,
  promising,
  oneFile,
  calls,
  categories,
  incidents,
  articles,
  knowledge,
  lists,
  handOver,
  together,
  guides,
  distribution,
  closing,
  decisions,
  guard,
}
