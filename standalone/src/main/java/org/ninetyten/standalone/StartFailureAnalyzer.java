package org.ninetyten.standalone;

import org.jspecify.annotations.Nullable;
import org.ninetyten.database.DatabaseUnavailableException;
import org.ninetyten.standalone.demo.StoryFailedException;
import org.springframework.boot.diagnostics.FailureAnalysis;
import org.springframework.boot.diagnostics.FailureAnalyzer;

/** A start that fails for a reason that we can put into a sentence says that sentence, without a stack trace. */
final class StartFailureAnalyzer implements FailureAnalyzer {

    @Override
    public @Nullable FailureAnalysis analyze(Throwable failure) {
        for (Throwable cause = failure; cause != null; cause = cause.getCause()) {
            if (cause instanceof DatabaseUnavailableException || cause instanceof StoryFailedException) {
                return new FailureAnalysis(String.valueOf(cause.getMessage()), null, cause);
            }
        }
        return null;
    }
}
