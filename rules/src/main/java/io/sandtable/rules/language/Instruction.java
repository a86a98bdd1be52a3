package io.sandtable.rules.language;

import java.util.regex.Pattern;

/** Text that speaks to a program rather than of the business: code, markup, addresses, orders to a language model. It leaves the house nowhere. */
final class Instruction {
    private static final Pattern CODE = Pattern.compile(
            "[<>{}`$\\\\]|://|--|/\\*|\\b(select|insert|update|delete|drop|match|merge|detach|union|exec|script|curl|eval)\\b.*[(;*=]");
    private static final Pattern ORDER =
            Pattern.compile("(忽略|无视|忘记|忘掉|不要理会|跳过).{0,12}(指令|提示|规则|要求|设定|限制)|系统提示|提示词|你现在是|扮演|开发者模式|越狱"
                    + "|\\b(ignore|disregard|forget|override)\\b.{0,40}\\b(instructions?|prompts?|rules?|above|previous)\\b"
                    + "|system prompt|developer mode|jailbreak|you are now|act as\\b|pretend (to be|you)");

    private Instruction() {}

    static boolean isIn(String sentence) {
        String text = NormalText.of(sentence).text();
        return CODE.matcher(text).find() || ORDER.matcher(text).find();
    }
}
