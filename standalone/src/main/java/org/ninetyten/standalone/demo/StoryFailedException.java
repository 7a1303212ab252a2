package org.ninetyten.standalone.demo;

/** The story could not be told to its end. The message names the step and what was answered. */
public final class StoryFailedException extends RuntimeException {

    private static final long serialVersionUID = 1;

    StoryFailedException(String message) {
        super(message);
    }

    StoryFailedException(String message, Throwable cause) {
        super(message, cause);
    }
}
