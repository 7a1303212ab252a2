package org.ninetyten.command.account;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Locale;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class HandlesTest {

    @ParameterizedTest
    @CsvSource({
        "@HarbourPolice, harbourpolice",
        "HARBOURPOLICE, harbourpolice",
        "'  @harbourpolice ', harbourpolice",
        "＠ＨａｒｂｏｕｒＰｏｌｉｃｅ, harbourpolice",
        "@@harbourpolice, harbourpolice",
        "'@ harbourpolice', harbourpolice",
        "'\u00a0@harbourpolice\u00a0', harbourpolice",
        "ﬁsh, fish",
        "Straße, strasse",
        "STRASSE, strasse",
        "STRAẞE, strasse",
        "ΟΔΟΣ, οδος",
        "οδοσ, οδος",
        "harbour.police_1, harbour.police_1",
        "harbour@police, harbour@police",
        "har\u200bbour, harbour",
    })
    void aHandleIsComparedByItsLettersAndNotByHowTheyAreWritten(String handle, String key) {
        assertThat(Handles.key(handle)).isEqualTo(key);
    }

    @Test
    void otherLettersMakeAnotherHandle() {
        assertThat(Handles.key("harbour_police")).isNotEqualTo(Handles.key("harbourpolice"));
        assertThat(Handles.key("harbourpolice1")).isNotEqualTo(Handles.key("harbourpolice"));
    }

    @Property(seed = "90")
    void theLetterCaseMakesNoDifference(@ForAll("handles") String handle) {
        assertThat(Handles.key(handle.toUpperCase(Locale.ROOT))).isEqualTo(Handles.key(handle));
        assertThat(Handles.key(handle.toLowerCase(Locale.ROOT))).isEqualTo(Handles.key(handle));
    }

    @Property(seed = "90")
    void aLeadingAtMakesNoDifference(@ForAll("handles") String handle) {
        assertThat(Handles.key("@" + handle)).isEqualTo(Handles.key(handle));
    }

    @Property(seed = "90")
    void fullWidthFormsMakeNoDifference(@ForAll("handles") String handle) {
        String wide = handle.chars()
                .map(c -> c + 0xFEE0)
                .collect(StringBuilder::new, StringBuilder::appendCodePoint, StringBuilder::append)
                .toString();

        assertThat(Handles.key(wide)).isEqualTo(Handles.key(handle));
    }

    @Property(seed = "90")
    void theKeyOfAKeyIsThatKey(@ForAll String text) {
        assertThat(Handles.key(Handles.key(text))).isEqualTo(Handles.key(text));
    }

    @Provide
    Arbitrary<String> handles() {
        return Arbitraries.strings().withCharRange('!', '~').ofMinLength(1).ofMaxLength(30);
    }
}
