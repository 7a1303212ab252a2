package org.ninetyten.query.projection;

import java.util.List;
import java.util.function.UnaryOperator;
import java.util.stream.Stream;

/** Lists that views are made of, which never change. */
public final class Lists {

    private Lists() {}

    /** The list with one more at its end. */
    public static <T> List<T> with(List<T> list, T added) {
        return Stream.concat(list.stream(), Stream.of(added)).toList();
    }

    /** The list with what becomes of each. */
    public static <T> List<T> each(List<T> list, UnaryOperator<T> change) {
        return list.stream().map(change).toList();
    }
}
