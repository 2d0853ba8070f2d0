import { remembering } from "../../patterns/remember.ts"

/**
 * Words of a date, in the languages of attribution lines. The date is cut off before the name is
 * looked for: splitting at the first comma is how "2026 3:41:07 AM CEST Bo Marchetti" comes about.
 */
export type DatePart = "link" | "weekday" | "month" | "number" | "year" | "clock" | "zone"

const LINKS = words(
  "on at in le el em il op den am um à a às as las alle ore om um uur kl kl. klo klockan klokka o godz godz. w dniu dnia dne dňa dana v de del di da of uhr h hs в у время час 在 於 于 on: date: date am: vào lúc tarihinde saat şunu giorno la(s gün pada ngày el: sent: today yesterday",
)
const WEEKDAYS = words(
  "mon tue tues wed wednes thu thur thurs fri sat sun monday tuesday wednesday thursday friday saturday sunday " +
    "montag dienstag mittwoch donnerstag freitag samstag sonnabend sonntag mo di mi do fr sa so " +
    "lundi mardi mercredi jeudi vendredi samedi dimanche lun mar mer jeu ven sam dim " +
    "lunes martes miércoles miercoles jueves viernes sábado sabado domingo mié jue vie sáb dom " +
    "segunda terça terca quarta quinta sexta segunda-feira terça-feira quarta-feira quinta-feira sexta-feira seg ter qua qui sex " +
    "lunedì lunedi martedì martedi mercoledì mercoledi giovedì giovedi venerdì venerdi gio " +
    "maandag dinsdag woensdag donderdag vrijdag zaterdag zondag ma wo vr za zo " +
    "måndag tisdag onsdag torsdag fredag lördag söndag mandag tirsdag lørdag søndag mån tis ons tor fre lör sön man tir lør søn " +
    "maanantai tiistai keskiviikko torstai perjantai lauantai sunnuntai ke pe la su ti to " +
    "poniedziałek wtorek środa czwartek piątek sobota niedziela pon wt śr czw pt sob nd niedz pn " +
    "po út st čt pá so ne " +
    "pzt sal çar per cum cmt paz pazartesi salı çarşamba perşembe cuma cumartesi pazar " +
    "пн вт ср чт пт сб вс понедельник вторник среда среду четверг пятница пятницу суббота субботу воскресенье " +
    "週一 周一 周二 周三 周四 周五 周六 周日 週二 週三 週四 週五 週六 週日 星期一 星期二 星期三 星期四 星期五 星期六 星期日 星期天",
)
const MONTHS = words(
  "jan feb mar apr may jun jul aug sep sept oct nov dec january february march april june july august september october november december " +
    "januar februar märz maerz mär mrz mai juni juli oktober okt dezember dez " +
    "janvier février fevrier fév févr mars avril avr juin juillet juil août aout septembre octobre novembre décembre decembre déc " +
    "enero ene febrero marzo abril abr mayo junio julio agosto ago septiembre setiembre octubre noviembre diciembre dic " +
    "janeiro fevereiro fev março marco maio junho julho setembro set outubro out novembro dezembro " +
    "gennaio gen febbraio aprile maggio mag giugno giu luglio lug settembre ottobre ott dicembre " +
    "januari februari maart mrt mei augustus oktobra kesäkuuta heinäkuuta elokuuta syyskuuta lokakuuta marraskuuta joulukuuta tammikuuta helmikuuta maaliskuuta huhtikuuta toukokuuta " +
    "stycznia lutego marca kwietnia maja czerwca lipca sierpnia września października listopada grudnia sty lut kwi cze lip sie wrz paź lis gru " +
    "ledna února března dubna května června července srpna září října listopadu prosince " +
    "января февраля марта апреля мая июня июля августа сентября октября ноября декабря янв фев мар апр май июн июл авг сен сент окт ноя дек " +
    "ocak şubat mart nisan mayıs haziran temmuz ağustos eylül ekim kasım aralık oca şub nis haz tem ağu eyl eki kas ara " +
    "desember des desember augusti " +
    // as archives keep them that know no accents
    "ao?t f?vrier f?vr d?cembre d?c m?rz",
)
const ZONES = words(
  "utc gmt z est edt cst cdt mst mdt pst pdt akst akdt hst ast adt nst ndt bst ist cet cest eet eest wet west msk msd jst kst hkt sgt aest aedt acst acdt awst nzst nzdt brt art clt sast eat wat pkt ict wib myt pht " +
    "pt et ct mt standard daylight time eastern pacific central mountain mez mesz met mest mez: uhr",
)
const HALF_DAYS = words("am pm a.m p.m 上午 下午 nachm vorm μμ πμ")
/** What each of these words is; of one that is several things the last one here. */
const PARTS: ReadonlyMap<string, DatePart> = new Map(
  (
    [
      ["zone", ZONES],
      ["clock", HALF_DAYS],
      ["weekday", WEEKDAYS],
      ["month", MONTHS],
      ["link", LINKS],
    ] as const
  ).flatMap(([part, words]) => words.map((word): [string, DatePart] => [word, part])),
)

/** Which part of a date a word can be, trimmed of punctuation about it; undefined for a word of a name. */
export const datePart: (word: string) => DatePart | undefined = remembering(findDatePart)

function findDatePart(word: string): DatePart | undefined {
  const bare = (PLAIN.test(word) ? word : word.replaceAll(TRIMMED, "")).toLowerCase()
  if (bare === "") return "link"
  const first = bare.codePointAt(0) ?? 0
  const isFigure = (first >= 48 && first <= 57) || first === PLUS || first === MINUS
  return isFigure ? numberPart(bare) : wordPart(bare)
}

const PLUS = 0x2b
const MINUS = 0x2d

function wordPart(bare: string): DatePart | undefined {
  const known = PARTS.get(bare)
  if (known !== undefined) return known
  if (OFFSET_ZONE.test(bare)) return "zone"
  return EASTERN_DATE.test(bare) ? "clock" : undefined
}

/** Nothing about it is to be taken away. */
const PLAIN = /^[a-z\d]+$/i
// Everything about a word that is neither letter nor figure, and what a broken character set left of an accent.
const TRIMMED = /^[^\p{L}\p{N}+@-]+|[^\p{L}\p{N}@]+$/gu
const OFFSET_ZONE = /^(?:utc|gmt|z)[+-]\d{1,2}(?::?\d\d)?$/u
const EASTERN_DATE = /^(?:[年月日于在於]|上午|下午|周|週|星期|오전|오후)/u
const CLOCK = /^\d{1,2}[:.h]\d\d(?:[:.]\d\d)?(?:[.,]\d+)?(?:[?\u202f]?(?:am|pm)|z|h|uhr)?(?:[+-]\d{1,2}:?\d{0,2})?$/u
const YEAR = /^(?:19|20)\d\d$/u
const DAY = /^\d{1,2}(?:st|nd|rd|th|er|\.|º|ª)?$/u
const DATE = /^\d{1,4}[-/.]\d{1,2}[-/.]\d{1,4}(?:t\d\d:\d\d.*|\p{Script=Han}.*)?\.?$/u
const NAMED_DATE = /^\d{1,4}[-/.]\p{L}{3,9}\.?[-/.]\d{1,4}$/u
const OFFSET = /^[+-]\d{1,2}:?\d{0,2}$/u
const EASTERN_NUMBER = /^\d{1,4}[年月日年년월일].*$/u
const HALF_DAY_CLOCK = /^\d{1,2}\??(?:am|pm|[ap]\.m)$/u

function numberPart(bare: string): DatePart | undefined {
  if (CLOCK.test(bare) || HALF_DAY_CLOCK.test(bare)) return "clock"
  if (YEAR.test(bare)) return "year"
  if (DAY.test(bare)) return "number"
  if (DATE.test(bare) || NAMED_DATE.test(bare) || EASTERN_NUMBER.test(bare)) return "year"
  if (OFFSET.test(bare)) return "zone"
  return undefined
}

function words(list: string): readonly string[] {
  return list.split(" ")
}
