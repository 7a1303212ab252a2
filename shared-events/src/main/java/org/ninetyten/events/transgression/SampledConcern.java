package org.ninetyten.events.transgression;

/**
 * One concern of a dip sample of the account's posts.
 *
 * @param concern which of the sample's concerns, counted from 1
 */
public record SampledConcern(String sampleId, int concern) {}
