import type { DoctorWords } from '../../shared/doctor.ts'
import { catalogueIn } from '../../shared/ui/catalogue.ts'
import { type Language, languageFor } from '../../shared/ui/language.ts'
import { doctor as english } from '../../shared/words/doctor-en.ts'

/** What the doctor says, in the language of the page. Few ever read it, so it comes when somebody does. */
export const doctorWords = (language: Language = languageFor([document.documentElement.lang])): Promise<DoctorWords> =>
  catalogueIn(language, english, { de: () => import('../../shared/words/doctor-de.ts').then(({ doctor }) => doctor) })
