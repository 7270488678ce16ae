package io.secplat.workers.notify.twilio;

import static org.assertj.core.api.Assertions.assertThat;

import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import net.jqwik.api.constraints.IntRange;
import org.junit.jupiter.api.Test;

class SmsSegmentsTest {

    private static final String LINK = "https://secplat.example.org/assets/billing-web";
    private static final String EMOJI = "\uD83D\uDD25";

    @Test
    void gsm_7_takes_160_characters_in_one_segment_and_153_in_each_of_several() {
        assertThat(SmsSegments.count("")).isEqualTo(1);
        assertThat(SmsSegments.count("a".repeat(160))).isEqualTo(1);
        assertThat(SmsSegments.count("a".repeat(161))).isEqualTo(2);
        assertThat(SmsSegments.count("a".repeat(306))).isEqualTo(2);
        assertThat(SmsSegments.count("a".repeat(307))).isEqualTo(3);
        assertThat(SmsSegments.count("a".repeat(459))).isEqualTo(3);
        assertThat(SmsSegments.count("a".repeat(460))).isEqualTo(4);
    }

    @Test
    void a_character_of_the_extension_table_counts_double() {
        assertThat(SmsSegments.count("€".repeat(80))).isEqualTo(1);
        assertThat(SmsSegments.count("€".repeat(80) + "a")).isEqualTo(2);
        assertThat(SmsSegments.count("^{}\\[~]|€\f".repeat(8))).isEqualTo(1);
    }

    @Test
    void an_extension_character_is_not_divided_between_segments() {
        assertThat(SmsSegments.count("€".repeat(152))).isEqualTo(2);
        assertThat(SmsSegments.count("€".repeat(153))).isEqualTo(3);
        assertThat(SmsSegments.count("a".repeat(152) + "€" + "a".repeat(151))).isEqualTo(2);
        assertThat(SmsSegments.count("a".repeat(152) + "€" + "a".repeat(152))).isEqualTo(3);
    }

    @Test
    void letters_of_the_gsm_alphabet_are_no_reason_for_ucs_2() {
        String alphabet = "@£$¥èéùìòÇØøÅåΔ_ΦΓΛΩΠΨΣΘΞÆæßÉ¤¡ÄÖÑÜ§¿äöñüà\n\r";

        assertThat(SmsSegments.count(alphabet.repeat(3))).isEqualTo(1);
    }

    @Test
    void ucs_2_takes_70_characters_in_one_segment_and_67_in_each_of_several() {
        assertThat(SmsSegments.count("ж".repeat(70))).isEqualTo(1);
        assertThat(SmsSegments.count("ж".repeat(71))).isEqualTo(2);
        assertThat(SmsSegments.count("ж".repeat(134))).isEqualTo(2);
        assertThat(SmsSegments.count("ж".repeat(135))).isEqualTo(3);
        assertThat(SmsSegments.count("ç" + "a".repeat(70))).isEqualTo(2);
    }

    @Test
    void a_surrogate_pair_counts_double_and_is_not_divided_between_segments() {
        assertThat(SmsSegments.count(EMOJI.repeat(35))).isEqualTo(1);
        assertThat(SmsSegments.count(EMOJI.repeat(36))).isEqualTo(2);
        assertThat(SmsSegments.count(EMOJI.repeat(66))).isEqualTo(2);
        assertThat(SmsSegments.count(EMOJI.repeat(67))).isEqualTo(3);
    }

    @Test
    void typographic_signs_are_written_plainly_when_gsm_7_suffices_then() {
        assertThat(SmsSegments.fit("“It’s down” – since\u00a007:20…", null, 3))
                .isEqualTo("\"It's down\" - since 07:20...");
        assertThat(SmsSegments.fit("«a» ‹b› „c” ‚d‛", null, 3)).isEqualTo("\"a\" 'b' \"c\" 'd'");
    }

    @Test
    void typographic_signs_stay_when_another_character_needs_ucs_2_anyway() {
        assertThat(SmsSegments.fit("“Ж” – …", null, 3)).isEqualTo("“Ж” – …");
    }

    @Test
    void a_text_that_loses_its_only_strange_character_by_the_cut_is_gsm_7() {
        String fitted = SmsSegments.fit("“quoted” " + "a".repeat(500) + EMOJI, LINK, 2);

        assertThat(fitted).startsWith("\"quoted\" aaa").endsWith("...\n" + LINK);
        assertThat(fitted).hasSize(306);
    }

    @Test
    void what_fits_stays_whole() {
        assertThat(SmsSegments.fit("SecPlat: billing-web is down", LINK, 1))
                .isEqualTo("SecPlat: billing-web is down\n" + LINK);
        assertThat(SmsSegments.fit("a".repeat(160), null, 1)).isEqualTo("a".repeat(160));
    }

    @Test
    void a_long_text_is_cut_before_its_link() {
        String fitted = SmsSegments.fit("a".repeat(161), LINK, 1);

        assertThat(fitted).endsWith("aaa...\n" + LINK);
        assertThat(fitted).hasSize(160);
    }

    @Test
    void a_link_that_does_not_fit_even_by_itself_is_left_out() {
        assertThat(SmsSegments.fit("SecPlat: down", "https://x.org/" + "a".repeat(160), 1))
                .isEqualTo("SecPlat: down");
    }

    @Test
    void a_link_that_leaves_no_room_stands_alone() {
        String link = "https://x.org/" + "a".repeat(144);

        assertThat(SmsSegments.fit("SecPlat: down", link, 1)).isEqualTo(link);
    }

    @Property
    void never_longer_than_allowed(@ForAll("texts") String text, @ForAll @IntRange(min = 1, max = 4) int most) {
        assertThat(SmsSegments.count(SmsSegments.fit(text, null, most))).isLessThanOrEqualTo(most);
        assertThat(SmsSegments.count(SmsSegments.fit(text, LINK, most))).isLessThanOrEqualTo(most);
    }

    @Property
    void the_link_is_always_at_the_end(@ForAll("texts") String text, @ForAll @IntRange(min = 1, max = 4) int most) {
        assertThat(SmsSegments.fit(text, LINK, most)).endsWith(LINK);
    }

    @Property
    void no_surrogate_stands_alone(@ForAll("texts") String text, @ForAll @IntRange(min = 1, max = 4) int most) {
        assertThat(SmsSegments.fit(text, LINK, most).codePoints()).noneMatch(c -> c >= 0xD800 && c <= 0xDFFF);
    }

    @Property
    void a_cut_text_fills_its_segments(
            @ForAll @IntRange(min = 500, max = 900) int length, @ForAll @IntRange(min = 2, max = 3) int most) {
        assertThat(SmsSegments.fit("a".repeat(length), LINK, most)).hasSize(153 * most);
        assertThat(SmsSegments.fit("ж".repeat(length), LINK, most)).hasSize(67 * most);
    }

    @Property
    void a_longer_text_never_takes_fewer_segments(@ForAll("texts") String text, @ForAll("texts") String more) {
        assertThat(SmsSegments.count(text + more)).isGreaterThanOrEqualTo(SmsSegments.count(text));
    }

    @Property
    void texts_of_one_character_take_what_the_division_says(@ForAll @IntRange(min = 1, max = 1_000) int length) {
        assertThat(SmsSegments.count("a".repeat(length))).isEqualTo(length <= 160 ? 1 : (length + 152) / 153);
        assertThat(SmsSegments.count("€".repeat(length))).isEqualTo(length <= 80 ? 1 : (length + 75) / 76);
        assertThat(SmsSegments.count("ж".repeat(length))).isEqualTo(length <= 70 ? 1 : (length + 66) / 67);
        assertThat(SmsSegments.count(EMOJI.repeat(length))).isEqualTo(length <= 35 ? 1 : (length + 32) / 33);
    }

    @Provide
    Arbitrary<String> texts() {
        return Arbitraries.oneOf(
                        Arbitraries.of("a", "Z", " ", "\n", "€", "{", "ä", "…", "“", "–", "\u00a0"),
                        Arbitraries.of("b", "c", "ж", EMOJI, "ç", "|"),
                        Arbitraries.of("d", "e", "f"))
                .list()
                .ofMaxSize(700)
                .map(parts -> String.join("", parts));
    }
}
