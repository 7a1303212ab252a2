package org.ninetyten.events.policy;

/** What a policy version obliges people to do by when. Working days are those of England and Wales. */
public record Obligations(
        Integer acknowledgeWithinDays,
        Integer checkInEveryDays,
        Integer trainingValidMonths,
        Integer noticeWithinWorkingDays,
        Integer answerWithinWorkingDays,
        Integer reviewAccountEveryDays) {}
