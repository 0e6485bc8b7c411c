"""The measures of the floor, each from the sums alone: what is shown of a person, a team, a script or an hour."""

from coach.promises import PromiseSum
from coach.rate import Rate, Ratio
from coach.sums import CallSum, CardSum

_PER_THOUSAND = 1000


def contact_rate(calls: CallSum) -> Rate:
    """Contact rate 接通率, by dial: contacts of the dials that count."""
    return Rate(calls.contacts_dialled, calls.dials)


def average_talk(calls: CallSum) -> Ratio:
    """Average talk time: seconds for each contact. It rises with success and is never a target by itself."""
    return Ratio(calls.talk_seconds, calls.contacts)


def pitch_rate(calls: CallSum) -> Rate:
    """Pitch rate 切入率: right parties that heard the pitch."""
    return Rate(calls.pitches, calls.right_parties)


def objection_save_rate(objections: CallSum | CardSum) -> Rate:
    """Objection save rate 异议化解率: objections overcome of those raised; also of one card."""
    return Rate(objections.overcome, objections.raised)


def technique_save_rate(technique: CardSum) -> Rate:
    """How often an objection was overcome when a technique had the last word, of all the times that it was tried."""
    return Rate(technique.overcome, technique.tried)


def intent_rate(calls: CallSum) -> Rate:
    """Intent rate 意向率: contacts with intent A or B."""
    return Rate(calls.intent_a + calls.intent_b, calls.contacts)


def wechat_rate(calls: CallSum) -> Rate:
    """WeChat rate 加微率: contacts that accepted."""
    return Rate(calls.wechat_accepted, calls.contacts)


def early_hang_up_rate(calls: CallSum) -> Rate:
    """Early hang-up 中途挂断率: contacts that hung up before the pitch."""
    return Rate(calls.early_hang_ups, calls.contacts)


def appointment_rate(calls: CallSum) -> Rate:
    """Appointment rate 邀约成功率: contacts that agreed to meet."""
    return Rate(calls.appointments, calls.contacts)


def conversion(calls: CallSum) -> Rate:
    """Conversion 成交率, by contact: contacts that bought."""
    return Rate(calls.deals, calls.contacts)


def adherence_rate(calls: CallSum) -> Rate:
    """Adherence 话术执行率: the weight of the must-say steps done, of the weight due."""
    return Rate(calls.must_done, calls.must_due)


def off_script(calls: CallSum) -> Ratio:
    """Off script 无匹配率: «none of these» for each contact; one call may have several, so it is no share."""
    return Ratio(calls.none_of_these, calls.contacts)


def completeness(calls: CallSum) -> Rate:
    """Wrap-up completeness: finished calls with all that their outcome asks."""
    return Rate(calls.complete, calls.calls)


def show_up_rate(promises: PromiseSum) -> Rate:
    """Show-up rate 到访率 / 赴约率: appointments kept of those whose day has passed."""
    return Rate(promises.appointments_kept, promises.appointments_due)


def callbacks_on_time(promises: PromiseSum) -> Rate:
    """Callbacks on time 回拨准时率: due callbacks dialled near their minute. None due is no value, not 100 %."""
    return Rate(promises.callbacks_kept, promises.callbacks_due)


def per_day(count: int, worked_days: int) -> Ratio:
    """A count (dials, answered, talk seconds) for each day worked."""
    return Ratio(count, worked_days)


def per_thousand_contacts(entries: int, calls: CallSum) -> Ratio:
    """Praise or complaints for each 1,000 contacts."""
    return Ratio(entries * _PER_THOUSAND, calls.contacts)
