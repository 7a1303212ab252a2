package org.ninetyten.standalone.demo;

import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;

/**
 * One request of the story.
 *
 * @param tells what it is in the story, in a sentence
 * @param as the demo person whose request it is
 * @param body absent for commands that have none
 */
record Step(
        String tells,
        String as,
        String method,
        String path,
        @Nullable JsonNode body) {}
