package io.sandtable.model.calendar;

import com.nlf.calendar.Lunar;
import com.nlf.calendar.Solar;
import io.sandtable.model.DateRange;
import java.time.LocalDate;
import java.util.Arrays;
import java.util.Optional;
import java.util.stream.IntStream;

/** The festivals with statutory days off, as the rules in force since 2025 count them. */
enum Festival {
    NEW_YEAR("元旦") {
        @Override
        DateRange statutory(int year) {
            return days(LocalDate.of(year, 1, 1), 1);
        }
    },
    /** New Year's Eve and the first three days of the lunar year. */
    SPRING_FESTIVAL("春节", "过年", "新年") {
        @Override
        DateRange statutory(int year) {
            return days(lunar(year, 1, 1).minusDays(1), 4);
        }
    },
    /** The solar term, which falls on 4, 5 or 6 April. */
    TOMB_SWEEPING("清明", "清明节") {
        @Override
        DateRange statutory(int year) {
            return IntStream.rangeClosed(4, 6)
                    .filter(day ->
                            Solar.fromYmd(year, 4, day).getLunar().getJieQi().equals("清明"))
                    .mapToObj(day -> days(LocalDate.of(year, 4, day), 1))
                    .findFirst()
                    .orElseThrow(() -> new IllegalStateException(
                            "No day from 4 to 6 April %d is 清明; it always is one of them. Check the lunar library's version."
                                    .formatted(year)));
        }
    },
    LABOUR_DAY("劳动节", "五一", "五一节", "五一劳动节") {
        @Override
        DateRange statutory(int year) {
            return days(LocalDate.of(year, 5, 1), 2);
        }
    },
    DRAGON_BOAT("端午", "端午节") {
        @Override
        DateRange statutory(int year) {
            return days(lunar(year, 5, 5), 1);
        }
    },
    MID_AUTUMN("中秋", "中秋节") {
        @Override
        DateRange statutory(int year) {
            return days(lunar(year, 8, 15), 1);
        }
    },
    NATIONAL_DAY("国庆", "国庆节", "十一") {
        @Override
        DateRange statutory(int year) {
            return days(LocalDate.of(year, 10, 1), 3);
        }
    };

    private final String zh;
    private final String[] aliases;

    Festival(String zh, String... aliases) {
        this.zh = zh;
        this.aliases = aliases;
    }

    String zh() {
        return zh;
    }

    /** The days off the law gives, without the days a yearly notice moves. */
    abstract DateRange statutory(int year);

    static Optional<Festival> named(String name) {
        return Arrays.stream(values())
                .filter(f -> f.zh.equals(name) || Arrays.asList(f.aliases).contains(name))
                .findFirst();
    }

    static LocalDate lunar(int year, int month, int day) {
        Solar solar = Lunar.fromYmd(year, month, day).getSolar();
        return LocalDate.of(solar.getYear(), solar.getMonth(), solar.getDay());
    }

    private static DateRange days(LocalDate first, int count) {
        return new DateRange(first, first.plusDays(count - 1));
    }
}
