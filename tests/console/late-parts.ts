/**
 * What the console fetches later than at once, there from the beginning: Jest fails on modules that are fetched at the same time and
 * share a third one, and whoever loads then tries again after three seconds only.
 */
import '../../console/models/drafting.ts'
import '../../console/parts/RecapLines.tsx'
import '../../console/parts/articles-later.ts'
import '../../console/parts/calls-later.ts'
import '../../console/parts/dialogs-later.ts'
import '../../console/parts/targets-later.ts'
import '../../console/parts/together-later.ts'
import '../../console/screens/board-later.ts'
import '../../console/screens/knowledge-later.ts'
import '../../console/screens/settings-later.ts'
import '../../console/screens/tickets-later.ts'
import '../../shared/client/file-desk.ts'
import '../../shared/reasons.ts'
import '../../shared/secrets.ts'
import '../../shared/ui/FileList.tsx'
import '../../shared/ui/SecretWarning.tsx'
import '../../shared/ui/WritingTools.tsx'
import '../../shared/ui/guide-card.ts'
