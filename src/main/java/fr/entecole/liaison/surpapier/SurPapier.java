package fr.entecole.liaison.surpapier;

import fr.entecole.annuaire.Appellations;
import fr.entecole.annuaire.Classes.Classe;
import fr.entecole.annuaire.Public;
import fr.entecole.annuaire.Public.Qui;
import fr.entecole.comptes.Membres;
import fr.entecole.comptes.Membres.Joignable;
import fr.entecole.journal.Journal;
import fr.entecole.journal.Journal.Fait;
import fr.entecole.liaison.ActeLiaison;
import fr.entecole.liaison.LectureDesMots;
import fr.entecole.socle.Colonnes;
import fr.entecole.socle.Lecture;
import fr.entecole.socle.Lectures;
import fr.entecole.socle.Utilisateur;
import java.text.Collator;
import java.time.Clock;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.UUID;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/// Who answers a school on paper, class by class, and noting it. Who may is judged by the caller.
@Component
class SurPapier {

    private final JdbcClient jdbc;
    private final Lectures lectures;
    private final Membres membres;
    private final Appellations appellations;
    private final Journal journal;
    private final Clock clock;

    SurPapier(
            JdbcClient jdbc,
            Lectures lectures,
            Membres membres,
            Appellations appellations,
            Journal journal,
            Clock clock) {
        this.jdbc = jdbc;
        this.lectures = lectures;
        this.membres = membres;
        this.appellations = appellations;
        this.journal = journal;
        this.clock = clock;
    }

    /// The children of a class with their guardians in force. Four statements.
    List<Enfant> of(Classe classe) {
        Map<UUID, List<Joignable>> enfants = new LinkedHashMap<>();
        membres.each(Public.ofClasse(classe.ecoleId(), classe.id(), Qui.RESPONSABLES), joignable -> {
            var eleve = joignable.membre().eleveId();
            if (eleve != null && !joignable.membre().ecarte()) {
                enfants.computeIfAbsent(eleve, _ -> new ArrayList<>()).add(joignable);
            }
        });
        var ids = Stream.concat(
                        enfants.keySet().stream(),
                        enfants.values().stream()
                                .flatMap(List::stream)
                                .map(j -> j.membre().personneId()))
                .distinct()
                .toList();
        return lectures.read(appellations
                .lecturePersonnes(ids)
                .with(
                        notes(classe.ecoleId()),
                        (noms, notes) -> enfants.entrySet().stream()
                                .map(e -> new Enfant(
                                        noms.getOrDefault(e.getKey(), ""),
                                        e.getValue().stream()
                                                .map(j -> responsable(j, noms, notes))
                                                .toList()))
                                .sorted(Comparator.comparing(Enfant::nom, Collator.getInstance(Locale.FRENCH)))
                                .toList()));
    }

    private static Responsable responsable(Joignable joignable, Map<UUID, String> noms, Map<UUID, Instant> notes) {
        var personne = joignable.membre().personneId();
        return new Responsable(personne, noms.getOrDefault(personne, ""), joignable.compte(), notes.get(personne));
    }

    private static Lecture<Map<UUID, Instant>> notes(UUID ecole) {
        return Lecture.whole(
                "select personne_id, note_le from liaison.sur_papier where ecole_id = :ecole and fini_le is null",
                Map.of("ecole", ecole),
                rs -> {
                    Map<UUID, Instant> notes = new HashMap<>();
                    while (rs.next()) {
                        notes.put(Colonnes.uuid(rs, "personne_id"), LectureDesMots.instant(rs, "note_le"));
                    }
                    return notes;
                });
    }

    /// Twice is once.
    @Transactional
    public void note(UUID ecole, UUID personne, Utilisateur par) {
        int noted = jdbc.sql("""
                        insert into liaison.sur_papier (ecole_id, personne_id, note_le, note_par)
                        values (:ecole, :personne, :maintenant, :par) on conflict do nothing
                        """)
                .param("ecole", ecole)
                .param("personne", personne)
                .param("maintenant", OffsetDateTime.now(clock))
                .param("par", par.personneId())
                .update();
        if (noted > 0) {
            record(ActeLiaison.SUR_PAPIER_NOTE, ecole, personne, par);
        }
    }

    @Transactional
    public void end(UUID ecole, UUID personne, Utilisateur par) {
        int ended = jdbc.sql("""
                        update liaison.sur_papier set fini_le = :maintenant, fini_par = :par
                         where ecole_id = :ecole and personne_id = :personne and fini_le is null
                        """)
                .param("ecole", ecole)
                .param("personne", personne)
                .param("maintenant", OffsetDateTime.now(clock))
                .param("par", par.personneId())
                .update();
        if (ended > 0) {
            record(ActeLiaison.SUR_PAPIER_FINI, ecole, personne, par);
        }
    }

    private void record(ActeLiaison acte, UUID ecole, UUID personne, Utilisateur par) {
        journal.record(Fait.of(acte, personne).by(par.compteId()).inEcole(ecole));
    }

    record Enfant(String nom, List<Responsable> responsables) {}

    /// @param compte their account is in use
    /// @param noteLe since when they answer on paper, null when they do not
    record Responsable(
            UUID id, String nom, boolean compte, @Nullable Instant noteLe) {}
}
