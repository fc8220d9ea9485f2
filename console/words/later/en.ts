import { articles } from '../en/articles.ts'
import { auditFields, auditSwitch } from '../en/audit-fields.ts'
import { audited } from '../en/audited.ts'
import { calls } from '../en/calls.ts'
import { categories } from '../en/categories.ts'
import { closing } from '../en/closing.ts'
import { decisions } from '../en/decisions.ts'
import { distribution } from '../en/distribution.ts'
import { guard } from '../en/guard.ts'
import { guides } from '../en/guides.ts'
import { handOver } from '../en/hand-over.ts'
import { incidents } from '../en/incidents.ts'
import { knowledge } from '../en/knowledge.ts'
import { lists } from '../en/lists.ts'
import { look } from '../en/look.ts'
import { oneFile } from '../en/one-file.ts'
import { promising } from '../en/promising.ts'
import { related } from '../en/related.ts'
import { remote } from '../en/remote.ts'
import { rules } from '../en/rules.ts'
import { targets } from '../en/targets.ts'
import { together } from '../en/together.ts'
import { trying } from '../en/trying.ts'

/** Every text that nobody needs before the chats are there, in English. Another language is another object of this shape. */
export const english = {
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
