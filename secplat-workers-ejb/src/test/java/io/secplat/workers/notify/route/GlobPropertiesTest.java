package io.secplat.workers.notify.route;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.stream.Collectors;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.CharRange;
import net.jqwik.api.constraints.Chars;
import net.jqwik.api.constraints.StringLength;

class GlobPropertiesTest {

    @Property(tries = 5_000)
    void a_pattern_covers_what_the_regular_expression_that_it_stands_for_covers(
            @ForAll @Chars({'a', 'b', '*', '?'}) @StringLength(min = 1, max = 7) String pattern,
            @ForAll @CharRange(from = 'a', to = 'b') @StringLength(max = 9) String key) {
        String expression = pattern.chars()
                .mapToObj(letter -> letter == '*' ? ".*" : letter == '?' ? "." : Character.toString(letter))
                .collect(Collectors.joining());

        assertThat(new Glob(pattern).covers(key)).isEqualTo(key.matches(expression));
    }

    @Property(tries = 200)
    void no_pattern_takes_long(@ForAll @Chars({'a', '*'}) @StringLength(value = 127) String pattern) {
        assertThat(new Glob(pattern + "b").covers("a".repeat(100_000))).isFalse();
    }
}
