package fr.entecole.socle;

import fr.entecole.ComptageSql;
import java.util.ArrayList;
import java.util.List;

/// What a read costs when it is made, step by step.
///
/// @param enonces what it asks, in all its steps
/// @param apart statements that it sends by itself while it makes something of the answers
public record CoutDUneLecture(int allers, int enonces, int apart) {

    public static CoutDUneLecture of(Lecture<?> lecture, Lectures lectures) {
        int steps = 0;
        int asked = 0;
        int apart = 0;
        Lecture<?> left = lecture;
        while (!left.enonces().isEmpty()) {
            var step = left;
            var answers = lectures.ask(step.enonces());
            List<Lecture<?>> next = new ArrayList<>();
            apart += ComptageSql.during(() -> next.add(step.next(answers.iterator())))
                    .size();
            steps++;
            asked += step.enonces().size();
            left = next.getFirst();
        }
        return new CoutDUneLecture(steps, asked, apart);
    }
}
