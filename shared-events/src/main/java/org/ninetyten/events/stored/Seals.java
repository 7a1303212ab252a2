package org.ninetyten.events.stored;

import org.ninetyten.events.Event;
import org.ninetyten.events.Personal.Whose;
import org.ninetyten.events.Subject;
import org.ninetyten.events.account.AccountEvent;
import org.ninetyten.events.account.AccountEvent.AccountRequested;
import org.ninetyten.events.account.AccountEvent.AccountTransferred;
import org.ninetyten.events.keyring.Keyring;
import org.ninetyten.events.officer.OfficerEvent;
import org.ninetyten.events.policy.PolicyEvent;
import org.ninetyten.events.transgression.TransgressionEvent;

/** Whose key each event's texts stand under (docs/personal-data.md). */
final class Seals {

    private final Keyring keyring;

    Seals(Keyring keyring) {
        this.keyring = keyring;
    }

    /** The event as it is stored. */
    Event sealed(Event event) {
        PersonalFields fields = PersonalFields.of(event.getClass());
        String kind = StoredEventTypes.of(event.getClass()).name();
        Event sealed =
                (Event) fields.changed(event, (whose, place, text) -> sealed(event, whose, kind + "." + place, text));
        // Why an account is transferred is said of whoever held it until then.
        if (event instanceof AccountRequested requested) {
            keyring.holds(requested.accountId(), requested.holderId());
        } else if (event instanceof AccountTransferred transferred) {
            keyring.holds(transferred.accountId(), transferred.holderId());
        }
        return sealed;
    }

    private String sealed(Event event, Whose whose, String place, String text) {
        // Copied from where it was read after it was erased.
        if (text.equals(Keyring.ERASED)) {
            return text;
        }
        return switch (event) {
            case OfficerEvent about -> keyring.sealOfOfficer(about.officerId(), place, text);
            case TransgressionEvent about -> keyring.sealOfOfficer(about.officerId(), place, text);
            case AccountEvent about ->
                whose == Whose.ACCOUNT
                        ? keyring.sealOfAccount(about.accountId(), place, text)
                        : keyring.sealOfHolder(about.accountId(), place, text);
            case PolicyEvent about -> throw none(about);
            default -> throw none(event);
        };
    }

    /** The event as it was given, but for what was erased since; texts of before there were keys stand as they are. */
    Event opened(Event event) {
        PersonalFields fields = PersonalFields.of(event.getClass());
        if (!fields.any()) {
            return event;
        }
        String kind = StoredEventTypes.of(event.getClass()).name();
        String scope = scope(event);
        return (Event) fields.changed(
                event,
                (whose, place, text) -> Keyring.isSealed(text) ? keyring.open(scope, kind + "." + place, text) : text);
    }

    private static String scope(Event event) {
        return switch (event) {
            case TransgressionEvent about -> Subject.OFFICER.stream(about.officerId());
            case OfficerEvent about -> about.stream();
            case AccountEvent about -> about.stream();
            case PolicyEvent about -> throw none(about);
            default -> throw none(event);
        };
    }

    private static IllegalStateException none(Event event) {
        return new IllegalStateException(
                "Nobody's key is known for a " + event.getClass().getSimpleName());
    }
}
