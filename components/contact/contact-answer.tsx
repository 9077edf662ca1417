import { Answer } from '@/components/layout/answer'
import { Stars } from '@/components/ui/stars'
import type { ContactDocument } from '@/lib/scoring/contacts/document'
import { answerCaption, starsStory } from './answer-words'
import type { RatedContact } from './rated-contact'
import { scoreInWords } from './score-words'

type Props = { name: string; rated: RatedContact; model: ContactDocument; zone: string }

/** The sentence the page exists for: how many stars, and how they came to be. */
export function ContactAnswer({ name, rated, model, zone }: Props) {
  const { score, stars } = rated.now
  return (
    <Answer caption={answerCaption(rated, model, zone)}>
      <Stars
        stars={stars}
        size="answer"
        label={false}
        className="mr-3 align-[-3px] max-md:mb-1.5 max-md:flex"
      />
      <b>
        {name} is at {stars}★ with {scoreInWords(score, model)}
      </b>
      , {starsStory(rated, zone)}.
    </Answer>
  )
}
