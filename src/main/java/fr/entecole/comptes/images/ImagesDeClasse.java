package fr.entecole.comptes.images;

import static fr.entecole.socle.Phrases.t;

import fr.entecole.annuaire.Petits.Classe;
import fr.entecole.annuaire.Petits.Petit;
import fr.entecole.journal.Journal;
import fr.entecole.journal.Journal.Fait;
import fr.entecole.socle.Dates;
import java.time.Clock;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/// The secret pictures of a class, as its teacher sees and sets them: that there are some, never which.
@Component
class ImagesDeClasse {

    private final JdbcClient jdbc;
    private final ImagesSecretes images;
    private final Journal journal;
    private final Clock clock;

    ImagesDeClasse(JdbcClient jdbc, ImagesSecretes images, Journal journal, Clock clock) {
        this.jdbc = jdbc;
        this.images = images;
        this.journal = journal;
        this.clock = clock;
    }

    /// What the class has chosen; empty where nobody has said anything.
    Optional<Boolean> choix(UUID classe) {
        return jdbc.sql("select demandees from comptes.images_classe where classe_id = :classe and fini_le is null")
                .param("classe", classe)
                .query((rs, _) -> rs.getBoolean(1))
                .optional();
    }

    List<Ligne> lignes(Classe classe, Optional<Boolean> choix) {
        Map<UUID, Ligne> kept = new HashMap<>();
        var noms = classe.etiquettes();
        jdbc.sql("""
                        select eleve_id, empreinte is not null as images, depuis,
                               essais >= :libres and essai_le > :depuis as attend
                          from comptes.images where eleve_id = any(:eleves) and fini_le is null
                        """)
                .param("eleves", classe.petits().stream().map(Petit::id).toArray(UUID[]::new))
                .param("libres", ImagesSecretes.LIBRES)
                .param("depuis", clock.instant().minus(ImagesSecretes.ATTENTE).atOffset(ZoneOffset.UTC))
                .query(rs -> {
                    var id = rs.getObject("eleve_id", UUID.class);
                    var etat = !rs.getBoolean("images")
                            ? Etat.DISPENSE
                            : rs.getBoolean("attend") ? Etat.ATTEND : Etat.CHOISIES;
                    var depuis = rs.getObject("depuis", OffsetDateTime.class)
                            .atZoneSameInstant(clock.getZone())
                            .toLocalDate();
                    kept.put(id, new Ligne(id, "", etat, depuis));
                });
        var niveaux = new HashMap<UUID, @Nullable String>();
        classe.petits().forEach(p -> niveaux.put(p.id(), p.niveau()));
        return noms.stream()
                .map(e -> {
                    var ligne = kept.getOrDefault(e.id(), new Ligne(e.id(), "", Etat.AUCUNE, null));
                    boolean asked = choix.orElseGet(() -> ImagesSecretes.byDefault(niveaux.get(e.id())));
                    return new Ligne(e.id(), e.nom(), asked ? ligne.etat() : Etat.NON_DEMANDEES, ligne.depuis());
                })
                .toList();
    }

    @Transactional
    void set(UUID classe, UUID ecole, boolean demandees, UUID par) {
        var now = OffsetDateTime.now(clock);
        // Two at once wait for each other.
        jdbc.sql("select pg_advisory_xact_lock(hashtext('comptes.images_classe ' || :classe::text))")
                .param("classe", classe)
                .query((rs, _) -> true)
                .single();
        jdbc.sql("update comptes.images_classe set fini_le = :now where classe_id = :classe and fini_le is null")
                .param("classe", classe)
                .param("now", now)
                .update();
        jdbc.sql("""
                        insert into comptes.images_classe (ecole_id, classe_id, demandees, depuis)
                        values (:ecole, :classe, :demandees, :now)
                        """)
                .param("ecole", ecole)
                .param("classe", classe)
                .param("demandees", demandees)
                .param("now", now)
                .update();
        journal.record(Fait.of(demandees ? ActeImages.IMAGES_DEMANDEES : ActeImages.IMAGES_NON_DEMANDEES, classe)
                .by(par)
                .inEcole(ecole));
    }

    /// The child chooses again at the next entry, and no longer waits.
    @Transactional
    void reset(UUID ecole, UUID eleve, UUID compte, UUID par) {
        images.end(eleve);
        journal.record(Fait.of(ActeImages.IMAGES_EFFACEES, compte).by(par).inEcole(ecole));
    }

    /// A child who cannot manage comes in by their own picture alone.
    @Transactional
    void exempt(UUID ecole, UUID eleve, UUID compte, UUID par) {
        images.end(eleve);
        images.keep(ecole, eleve, null);
        journal.record(Fait.of(ActeImages.IMAGES_DISPENSEES, compte).by(par).inEcole(ecole));
    }

    enum Etat {
        NON_DEMANDEES,
        AUCUNE,
        CHOISIES,
        ATTEND,
        DISPENSE
    }

    record Ligne(
            UUID eleve, String nom, Etat etat, @Nullable LocalDate depuis) {

        String phrase() {
            return switch (etat) {
                case NON_DEMANDEES -> t("Pas d’images demandées");
                case AUCUNE -> t("Choisit ses images à sa prochaine entrée");
                case CHOISIES -> t("A ses images depuis le {0}", depuis == null ? "" : Dates.words(depuis));
                case ATTEND -> t("Quatre essais n’allaient pas : attend une demi-heure, ou de nouvelles images");
                case DISPENSE -> t("Entre sans images");
            };
        }

        boolean resettable() {
            return etat == Etat.CHOISIES || etat == Etat.ATTEND || etat == Etat.DISPENSE;
        }
    }
}
