package io.sandtable.datasets.reading;

import java.math.MathContext;
import java.util.regex.Pattern;

/** Written numbers that can be reckoned with: their length and exponent are bounded, so that none takes the memory of a thousand. */
public final class Decimals {
    /** What a file and a fact hold exactly; 0.1 + 0.2 is stored as 0.30000000000000004. */
    public static final MathContext DIGITS = new MathContext(15);

    private static final Pattern NUMBER = Pattern.compile("[+-]?\\d{1,400}(\\.\\d{1,400})?([eE][+-]?\\d{1,3})?");

    private Decimals() {}

    public static boolean isOne(String text) {
        return NUMBER.matcher(text).matches();
    }
}
