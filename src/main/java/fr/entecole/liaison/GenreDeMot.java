package fr.entecole.liaison;

import fr.entecole.socle.Lecture;
import fr.entecole.socle.Mention;
import fr.entecole.socle.Utilisateur;
import fr.entecole.socle.web.Erreurs;
import fr.entecole.socle.web.Option;
import java.time.LocalDate;
import java.util.Collections;
import java.util.List;
import java.util.Locale;
import java.util.NavigableMap;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;

/// A kind of mot, collected as a bean: what it adds to what every mot has (words, whom it is for, when, what is
/// attached, what is asked). Its tables are its own, beside `liaison.mot`, and go with it (`on delete cascade`).
///
/// Most kinds are composed on the page of all of them, where they add [#fields] judged by [#accept]. One with a page of
/// its own gives its [#adresse] and publishes by [CahierDeLiaison#publish]. A bean of this contract asks nothing of
/// [CahierDeLiaison], which asks it.
public interface GenreDeMot {

    /// As `liaison.mot.genre` keeps it: `SORTIE`.
    String code();

    /// On lists and in the menu « Quel mot ? »: « Sortie ».
    String nom();

    /// What one chooses it for, in the menu: « Date, horaires, autorisation ».
    String precision();

    String icone();

    /// Where it stands in the menu; lower first.
    int ordre();

    /// Where it is composed.
    default String adresse() {
        return "/liaison/nouveau?genre=" + code().toLowerCase(Locale.ROOT);
    }

    /// What its author may ask, the first one proposed.
    default List<Attendu> attendus() {
        return List.of(Attendu.RIEN, Attendu.SIGNATURE, Attendu.OUI_NON);
    }

    /// Of whom it may be asked, the first one proposed.
    default List<Repondants> repondants() {
        return List.of(Repondants.CHACUN, Repondants.UN);
    }

    /// What a choice of [#repondants] means here, in words of its own; empty: in those of all kinds.
    default Optional<Option> option(Repondants choix) {
        return Optional.empty();
    }

    /// Its fields on the page of all kinds.
    default List<Encart> fields(Champs champs, LocalDate today) {
        return List.of();
    }

    /// Whether the page itself proposes this value of one of them: nobody has filled it in.
    default boolean proposes(String nom, String valeur) {
        return false;
    }

    /// What its author had better know before it goes to that many, said on one of its fields; they publish in spite
    /// of it.
    default void counsel(Champs champs, int enfants, int responsables, Erreurs conseils) {}

    /// Judges them.
    ///
    /// @return what is kept with the mot, if nothing is to be corrected
    default Ajout accept(Champs champs, LocalDate today, Erreurs erreurs) {
        return Ajout.none();
    }

    /// Those of [#fields] that a correction may change, as this version says them; none of most kinds. What is then
    /// accepted is kept with the version that says it.
    default Lecture<Champs> correctable(Mot mot) {
        return Lecture.known(Champs.VIDES);
    }

    /// Whether answers that were given before these of them changed were given to something else.
    default boolean asksAgain(Set<String> changed) {
        return false;
    }

    /// What is to be known at a glance, below the words on screens and on slips: « Quand », « Départ et retour ».
    default Lecture<List<Mention>> facts(Mot mot) {
        return Lecture.known(List.of());
    }

    /// The same as each version said it, up to this one and by its number; nothing where no correction changes it.
    default Lecture<NavigableMap<Integer, List<Mention>>> toldBefore(Mot mot) {
        return Lecture.known(Collections.emptyNavigableMap());
    }

    /// What a reader finds under the text and the facts; of a pupil, the words alone.
    default Lecture<List<Encart>> forReader(Mot mot, Utilisateur lecteur) {
        return Lecture.known(List.of());
    }

    /// What its author finds in the follow-up, who may follow it by name.
    default Lecture<List<Encart>> forAuthor(Mot mot, Utilisateur auteur) {
        return Lecture.known(List.of());
    }

    /// Fields of its own in the form by which a guardian answers.
    ///
    /// @param typed what comes back to be corrected; empty the first time
    default Lecture<List<Encart>> answerFields(Mot mot, Utilisateur lecteur, Champs typed) {
        return Lecture.known(List.of());
    }

    /// What a slip of paper asks besides the answer, a line to fill in for each.
    default List<String> slipLines() {
        return List.of();
    }

    /// Judges them, before anything is written.
    default void judgeAnswer(Champs champs, Erreurs erreurs) {}

    /// A guardian has answered, or answered otherwise; in the same transaction.
    default void answered(Repondu repondu, Champs champs) {}

    /// The mot was taken back; in the same transaction.
    default void withdrawn(UUID mot) {}
}
