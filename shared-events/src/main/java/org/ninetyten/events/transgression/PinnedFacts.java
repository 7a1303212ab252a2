package org.ninetyten.events.transgression;

/**
 * What was so when the post was made, worked out from the event store when it was reported and never looked up again.
 *
 * @param policyVersion the version of the account's policy in force on the day it was posted
 * @param acknowledged whether the officer had acknowledged that policy's current major version by then
 * @param trainingValid whether the officer's training was valid then
 * @param earlierBreaches how many breaches lay inside the ladder's look-back before it
 */
public record PinnedFacts(
        String policyId, int policyVersion, boolean acknowledged, boolean trainingValid, int earlierBreaches) {}
