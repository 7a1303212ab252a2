package org.ninetyten.command.automation;

/**
 * Handlers that take in what happened and write down what is to be done about it. All of them read the store together:
 * one token, and one transaction for what they write, so that each may go by what another has taken in.
 *
 * @param handler has the event handlers; no bean itself, or Axon would run it a second time
 */
public record Automation(Object handler) {

    /** The name under which its token is kept; it was given when acknowledgements were all there was to it. */
    static final String PROCESSOR = "acknowledgement-duties";
}
