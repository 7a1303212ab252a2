package org.ninetyten.query.policies.policydiff;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.ninetyten.events.policy.Obligations;

/** @param obligation its name in the policy's content, such as {@code acknowledgeWithinDays} */
public record ObligationChange(String obligation, Integer from, Integer to) {

    static List<ObligationChange> between(Obligations older, Obligations newer) {
        Map<String, Integer> now = byName(newer);
        List<ObligationChange> changed = new ArrayList<>();
        byName(older).forEach((name, from) -> {
            Integer to = Objects.requireNonNull(now.get(name));
            if (!from.equals(to)) {
                changed.add(new ObligationChange(name, from, to));
            }
        });
        return List.copyOf(changed);
    }

    private static Map<String, Integer> byName(Obligations obligations) {
        Map<String, Integer> byName = new LinkedHashMap<>();
        byName.put("acknowledgeWithinDays", obligations.acknowledgeWithinDays());
        byName.put("checkInEveryDays", obligations.checkInEveryDays());
        byName.put("trainingValidMonths", obligations.trainingValidMonths());
        byName.put("noticeWithinWorkingDays", obligations.noticeWithinWorkingDays());
        byName.put("answerWithinWorkingDays", obligations.answerWithinWorkingDays());
        byName.put("reviewAccountEveryDays", obligations.reviewAccountEveryDays());
        return byName;
    }
}
