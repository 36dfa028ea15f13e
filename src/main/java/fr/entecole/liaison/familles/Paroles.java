package fr.entecole.liaison.familles;

import static fr.entecole.socle.Phrases.t;

import fr.entecole.annuaire.Public;
import fr.entecole.annuaire.Public.Qui;
import fr.entecole.calendrier.Calendrier;
import fr.entecole.direct.Direct;
import fr.entecole.journal.Journal;
import fr.entecole.journal.Journal.Fait;
import fr.entecole.liaison.familles.Parole.Propos;
import fr.entecole.notifications.Nouvelle;
import fr.entecole.notifications.Nouvelles;
import fr.entecole.socle.AnneeScolaire;
import fr.entecole.socle.Colonnes;
import fr.entecole.socle.Phrases;
import fr.entecole.socle.Utilisateur;
import java.time.Instant;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/// The one place that writes what families say: said, changed, cancelled, seen, answered. Who may is judged by the
/// caller. What is new appears on the open pages of both sides at once; bells wait for delivery hours, but for a
/// pick-up of today said while the child is at school.
@Component
class Paroles {

    private static final int LONGEST_TITLE = 150;
    static final String WORD = "paroles";
    private static final String AUTEUR = "auteur";

    private final JdbcClient jdbc;
    private final Journal journal;
    private final Nouvelles nouvelles;
    private final Direct direct;
    private final CadenceDesParoles cadence;
    private final QuestionsPortees portees;

    Paroles(
            JdbcClient jdbc,
            Journal journal,
            Nouvelles nouvelles,
            Direct direct,
            CadenceDesParoles cadence,
            QuestionsPortees portees) {
        this.jdbc = jdbc;
        this.journal = journal;
        this.nouvelles = nouvelles;
        this.direct = direct;
        this.cadence = cadence;
        this.portees = portees;
    }

    /// The same words about the same child on the same day are said once, however often they are sent.
    ///
    /// @return what stands; empty when this guardian has said enough of this child today
    @Transactional
    public Optional<UUID> say(Utilisateur auteur, Enfant enfant, Propos propos, Calendrier calendrier, Instant now) {
        return say(auteur, enfant, propos, now, propos.isUrgent(calendrier, now) ? now : null, true);
    }

    /// Here, where a message could carry it too.
    ///
    /// @param remise when the bells of the school ring; null: now, or when the delivery hours begin again
    @Transactional
    Optional<UUID> say(Utilisateur auteur, Enfant enfant, Propos propos, Instant now, @Nullable Instant remise) {
        return say(auteur, enfant, propos, now, remise, false);
    }

    private Optional<UUID> say(
            Utilisateur auteur, Enfant enfant, Propos propos, Instant now, @Nullable Instant remise, boolean carried) {
        cadence.lock(auteur, enfant.id);
        var standing = cadence.standing(auteur, enfant, propos, now);
        if (standing.isPresent() || cadence.isTooMuch(auteur, enfant.id, now)) {
            return standing;
        }
        return Optional.of(write(auteur, enfant, propos, now, remise, carried));
    }

    /// An absence that was announced where the roll is.
    @Transactional
    public void hear(Utilisateur auteur, Enfant enfant, Propos propos, Calendrier calendrier, Instant now) {
        write(auteur, enfant, propos, now, propos.isUrgent(calendrier, now) ? now : null, false);
    }

    private UUID write(
            Utilisateur auteur, Enfant enfant, Propos propos, Instant now, @Nullable Instant remise, boolean carried) {
        var id = jdbc.sql("""
                        insert into liaison.parole
                               (ecole_id, eleve_id, auteur_id, nature, annee, dite_le, remise_le, debut, debut_moment,
                                fin, fin_moment, motif, chaque, moment, absence_id, personne, lien, telephone, texte)
                        values (:ecole, :eleve, :auteur, :nature, :annee, :now, :now, :debut, :debut_moment,
                                :fin, :fin_moment, :motif, :chaque::smallint, :moment::text, :absence::uuid,
                                :personne, :lien, :telephone, :texte)
                        returning id
                        """)
                .params(CadenceDesParoles.words(propos))
                .param("ecole", enfant.ecole)
                .param("eleve", enfant.id)
                .param(AUTEUR, auteur.personneId())
                .param("nature", propos.nature().name())
                .param("annee", annee(propos, now).rentree())
                .param("now", utc(now))
                .query((rs, _) -> Colonnes.uuid(rs, "id"))
                .single();
        if (!carried || !portees.carry(auteur, enfant, id, propos, now)) {
            ring(auteur, enfant, id, propos.titre(enfant.prenom), remise);
        }
        record(ActeFamilles.PAROLE_DITE, id, auteur, enfant.ecole);
        tellSchool(enfant.ecole, enfant.id);
        return id;
    }

    /// What is changed is new again for the school.
    ///
    /// @return false when it has been changed often enough, or is cancelled
    @Transactional
    public boolean change(Utilisateur auteur, Parole parole, Propos propos, Calendrier calendrier, Instant now) {
        int changed = jdbc.sql("""
                        update liaison.parole
                           set debut = :debut, debut_moment = :debut_moment, fin = :fin, fin_moment = :fin_moment,
                               motif = :motif, personne = :personne, lien = :lien, telephone = :telephone,
                               texte = :texte, changee_le = :now, annee = :annee, changements = changements + 1
                         where id = :id and ecole_id = :ecole and annulee_le is null and changements < :most
                        """)
                .params(CadenceDesParoles.words(propos))
                .param("id", parole.id())
                .param("ecole", parole.ecoleId())
                .param("annee", annee(propos, now).rentree())
                .param("most", CadenceDesParoles.A_DAY)
                .param("now", utc(now))
                .update();
        if (changed == 0) {
            return false;
        }
        var enfant = Enfant.of(parole);
        nouvelles.cancel(SorteFamilles.PAROLE_DE_FAMILLE, parole.id());
        ring(auteur, enfant, parole.id(), propos.titre(enfant.prenom), propos.isUrgent(calendrier, now) ? now : null);
        record(ActeFamilles.PAROLE_CHANGEE, parole.id(), auteur, parole.ecoleId());
        tellSchool(parole.ecoleId(), parole.eleveId());
        return true;
    }

    /// Who has seen it already hears that it holds no more.
    @Transactional
    public void cancel(Utilisateur auteur, Parole parole, Calendrier calendrier, Instant now) {
        int cancelled = jdbc.sql("""
                        update liaison.parole set annulee_le = :now
                         where id = :id and ecole_id = :ecole and annulee_le is null
                        """)
                .param("id", parole.id())
                .param("ecole", parole.ecoleId())
                .param("now", utc(now))
                .update();
        if (cancelled == 0) {
            return;
        }
        nouvelles.cancel(SorteFamilles.PAROLE_DE_FAMILLE, parole.id());
        if (parole.vueLe() != null) {
            var titre = shortened(t("Annulé\u00a0: {0}", parole.titre()));
            var urgent = parole.propos().isUrgent(calendrier, now) ? now : null;
            ring(auteur, Enfant.of(parole), parole.id(), titre, urgent);
        }
        record(ActeFamilles.PAROLE_ANNULEE, parole.id(), auteur, parole.ecoleId());
        tellSchool(parole.ecoleId(), parole.eleveId());
    }

    /// Somebody of the school has opened it: its author reads so at once, the first time that it was new to them.
    ///
    /// @return whether it was new to the school
    @Transactional
    public boolean see(Utilisateur lecteur, Parole parole, Instant now) {
        int seen = jdbc.sql("""
                        insert into liaison.parole_vue as v (ecole_id, parole_id, personne_id, vue_le)
                        values (:ecole, :id, :personne, :now)
                        on conflict (parole_id, personne_id) do update set vue_le = excluded.vue_le
                         where v.vue_le < :depuis
                        """)
                .param("ecole", parole.ecoleId())
                .param("id", parole.id())
                .param("personne", lecteur.personneId())
                .param("depuis", utc(parole.depuis()))
                .param("now", utc(now))
                .update();
        if (seen == 0 || parole.vueLe() != null) {
            return false;
        }
        direct.tell(List.of(parole.auteurId()), WORD);
        tellSchool(parole.ecoleId(), parole.eleveId());
        return true;
    }

    @Transactional
    public void answer(Utilisateur auteur, Parole parole, String texte, Instant now) {
        add(parole, auteur.personneId(), "ECOLE", texte, now);
        nouvelles.cancel(SorteFamilles.REPONSE_A_UNE_FAMILLE, parole.id());
        nouvelles.deposit(
                auteur,
                new Nouvelle(
                        SorteFamilles.REPONSE_A_UNE_FAMILLE,
                        parole.id(),
                        Public.ofPersonnes(parole.ecoleId(), List.of(parole.auteurId()), Qui.RESPONSABLES),
                        adresse(parole.id()),
                        t("L’école vous répond au sujet {0}", Phrases.de(parole.prenom()))));
        record(ActeFamilles.PAROLE_REPONDUE, parole.id(), auteur, parole.ecoleId());
        direct.tell(List.of(parole.auteurId()), WORD);
        tellSchool(parole.ecoleId(), parole.eleveId());
    }

    /// Its author goes on with a question.
    ///
    /// @return false when they have said enough of this child today
    @Transactional
    public boolean add(Utilisateur auteur, Parole parole, String texte, Instant now) {
        cadence.lock(auteur, parole.eleveId());
        if (cadence.isTooMuch(auteur, parole.eleveId(), now)) {
            return false;
        }
        add(parole, auteur.personneId(), "FAMILLE", texte, now);
        nouvelles.cancel(SorteFamilles.PAROLE_DE_FAMILLE, parole.id());
        ring(auteur, Enfant.of(parole), parole.id(), shortened(parole.titre()), null);
        tellSchool(parole.ecoleId(), parole.eleveId());
        return true;
    }

    private void add(Parole parole, UUID auteur, String de, String texte, Instant now) {
        jdbc.sql("""
                        insert into liaison.parole_suite (ecole_id, parole_id, auteur_id, de, texte, ecrite_le)
                        values (:ecole, :id, :auteur, :de, :texte, :now)
                        """)
                .param("ecole", parole.ecoleId())
                .param("id", parole.id())
                .param(AUTEUR, auteur)
                .param("de", de)
                .param("texte", texte)
                .param("now", utc(now))
                .update();
    }

    /// @param quand at once; null within delivery hours
    private void ring(Utilisateur auteur, Enfant enfant, UUID id, String titre, @Nullable Instant quand) {
        var team = Public.ofEleves(enfant.ecole, List.of(enfant.id), Qui.EQUIPE);
        var head = Public.ofEcole(enfant.ecole, Qui.DIRECTIONS);
        var nouvelle =
                new Nouvelle(SorteFamilles.PAROLE_DE_FAMILLE, id, List.of(team, head), adresse(id), shortened(titre));
        var remise = quand == null
                ? nouvelles.deposit(auteur, nouvelle)
                : nouvelles.deposit(auteur.personneId(), nouvelle, quand);
        jdbc.sql("update liaison.parole set remise_le = :quand where id = :id and ecole_id = :ecole")
                .param("quand", utc(remise.quand()))
                .param("id", id)
                .param("ecole", enfant.ecole)
                .update();
    }

    /// Open pages of who teaches the child, and of the head.
    private void tellSchool(UUID ecole, UUID eleve) {
        direct.tell(
                jdbc.sql("""
                        select i.personnel_id from annuaire.instruit i where i.eleve_id = :eleve and i.ecole_id = :ecole
                        union select d.personnel_id from annuaire.dirige d where d.ecole_id = :ecole
                        """)
                        .param("eleve", eleve)
                        .param("ecole", ecole)
                        .query((rs, _) -> Colonnes.uuid(rs, "personnel_id"))
                        .list(),
                WORD);
    }

    private void record(ActeFamilles acte, UUID parole, Utilisateur auteur, UUID ecole) {
        journal.record(Fait.of(acte, parole).by(auteur.compteId()).inEcole(ecole));
    }

    private static AnneeScolaire annee(Propos propos, Instant now) {
        return AnneeScolaire.of(propos.fin() == null ? day(now) : propos.fin().jour());
    }

    private static String shortened(String titre) {
        return titre.length() <= LONGEST_TITLE ? titre : titre.substring(0, LONGEST_TITLE - 1) + "…";
    }

    static String adresse(UUID parole) {
        return "/liaison/familles/" + parole;
    }

    static LocalDate day(Instant instant) {
        return instant.atZone(Calendrier.PARIS).toLocalDate();
    }

    static OffsetDateTime utc(Instant instant) {
        return instant.atOffset(ZoneOffset.UTC);
    }

    /// The child that it is about.
    record Enfant(UUID id, UUID ecole, String prenom) {

        static Enfant of(Parole parole) {
            return new Enfant(parole.eleveId(), parole.ecoleId(), parole.prenom());
        }
    }
}
