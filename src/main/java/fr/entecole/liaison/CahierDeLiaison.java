package fr.entecole.liaison;

import fr.entecole.annuaire.Public;
import fr.entecole.calendrier.Calendrier;
import fr.entecole.direct.Direct;
import fr.entecole.documents.Documents;
import fr.entecole.journal.Journal;
import fr.entecole.journal.Journal.Fait;
import fr.entecole.notifications.Nouvelle;
import fr.entecole.notifications.Nouvelles;
import fr.entecole.redaction.TexteRiche;
import fr.entecole.socle.AnneeScolaire;
import fr.entecole.socle.Cle;
import fr.entecole.socle.Colonnes;
import fr.entecole.socle.Utilisateur;
import java.time.Instant;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/// The one place that writes mots: published, corrected, taken back, read. Who may is judged by the caller. What it
/// says to bells has the instant of the mot itself, as its row keeps it.
@Component
public class CahierDeLiaison {

    private final JdbcClient jdbc;
    private final Journal journal;
    private final Nouvelles nouvelles;
    private final Documents documents;
    private final Direct direct;
    private final Genres genres;

    CahierDeLiaison(
            JdbcClient jdbc, Journal journal, Nouvelles nouvelles, Documents documents, Direct direct, Genres genres) {
        this.jdbc = jdbc;
        this.journal = journal;
        this.nouvelles = nouvelles;
        this.documents = documents;
        this.direct = direct;
        this.genres = genres;
    }

    /// The same words to the same people on the same day are one mot, however often they are sent.
    ///
    /// @param now when it is written
    /// @return the mot, which may stand already
    @Transactional
    public UUID publish(Redaction redaction, Auteur auteur, Instant now) {
        return publish(redaction, auteur, now, _ -> {});
    }

    /// @param also what goes with a new one, in the same transaction
    @Transactional
    public UUID publish(Redaction redaction, Auteur auteur, Instant now, Consumer<UUID> also) {
        return publish(redaction, auteur, now, null, also);
    }

    /// @param urgence null: at the hours of the school
    @Transactional
    public UUID publish(
            Redaction redaction, Auteur auteur, Instant now, @Nullable Urgence urgence, Consumer<UUID> also) {
        var print = redaction.empreinte();
        var written = insert(redaction, auteur, now, print);
        if (written.isEmpty()) {
            return standing(redaction, auteur, now, print);
        }
        var mot = written.get();
        addVersion(mot, 1, new Propos(redaction.titre(), redaction.texte()), auteur, now, redaction.visibleLe(), true);
        jdbc.sql("""
                        insert into liaison.destination (ecole_id, cle, mot_id)
                        select :ecole, c, :mot from unnest(:cles::text[]) c
                        """)
                .param("ecole", redaction.ecole())
                .param("mot", mot)
                .param("cles", redaction.cles().stream().map(Cle::valeur).toArray(String[]::new))
                .update();
        also.accept(mot);
        journal.record(Fait.of(ActeLiaison.MOT_PUBLIE, mot).by(auteur.compte).inEcole(redaction.ecole()));
        if (urgence == null) {
            tell(auteur, mot, redaction.publics(), redaction.titre(), redaction.visibleLe());
        } else {
            nouvelles.urgent(urgence.auteur, nouvelle(mot, redaction.publics(), redaction.titre()), urgence.motif);
        }
        return mot;
    }

    private void tell(Auteur auteur, UUID mot, List<Public> publics, String titre, Instant visibleLe) {
        nouvelles.deposit(auteur.personne, nouvelle(mot, publics, titre), visibleLe);
    }

    private static Nouvelle nouvelle(UUID mot, List<Public> publics, String titre) {
        return new Nouvelle(SorteLiaison.MOT_DE_LIAISON, mot, publics, "/liaison/mots/" + mot, titre);
    }

    private Optional<UUID> insert(Redaction redaction, Auteur auteur, Instant now, byte[] print) {
        return jdbc.sql("""
                        insert into liaison.mot (ecole_id, auteur_id, annee, jour, empreinte, publie_le, visible_le,
                                                 genre, attendu, repondants, avant)
                        values (:ecole, :auteur, :annee, :jour, :empreinte, :maintenant, greatest(:visible, :maintenant),
                                :genre, :attendu, :repondants, :avant::date)
                        on conflict (ecole_id, auteur_id, jour, empreinte) where retire_le is null do nothing
                        returning id
                        """)
                .param("ecole", redaction.ecole())
                .param("auteur", auteur.personne)
                .param("annee", AnneeScolaire.of(day(redaction.visibleLe())).rentree())
                .param("jour", day(now))
                .param("empreinte", print)
                .param("maintenant", utc(now))
                .param("visible", utc(redaction.visibleLe()))
                .param("genre", redaction.genre())
                .param("attendu", redaction.demande().attendu().name())
                .param("repondants", redaction.demande().repondants().name())
                .param("avant", redaction.demande().avant())
                .query((rs, _) -> rs.getObject(1, UUID.class))
                .optional();
    }

    private UUID standing(Redaction redaction, Auteur auteur, Instant now, byte[] print) {
        return jdbc.sql("""
                        select id from liaison.mot
                         where ecole_id = :ecole and auteur_id = :auteur and jour = :jour and empreinte = :empreinte
                           and retire_le is null
                        """)
                .param("ecole", redaction.ecole())
                .param("auteur", auteur.personne)
                .param("jour", day(now))
                .param("empreinte", print)
                .query((rs, _) -> rs.getObject(1, UUID.class))
                .single();
    }

    /// Another version, which readers have from its own instant on.
    ///
    /// @param base the version that was corrected; another has been written since: nothing is overwritten
    /// @param redite what it asks again, at the instant of the correction
    @Transactional
    public Suite correct(
            UUID mot, int base, Propos propos, Auteur auteur, Instant now, Instant visibleLe, Redite redite) {
        var last = jdbc.sql("""
                        select m.ecole_id, v.numero, v.titre, v.texte, m.visible_le from liaison.mot m join liaison.version v on v.mot_id = m.id
                         where m.id = :mot and m.retire_le is null order by v.numero desc limit 1 for update of m
                        """)
                .param("mot", mot)
                .query((rs, _) -> new Derniere(
                        Colonnes.uuid(rs, "ecole_id"),
                        rs.getInt("numero"),
                        new Propos(rs.getString("titre"), new TexteRiche(rs.getString("texte"))),
                        LectureDesMots.instant(rs, "visible_le")))
                .optional();
        if (last.isEmpty() || last.get().propos.equals(propos) && !redite.joint) {
            return Suite.INCHANGE;
        }
        if (last.get().numero != base) {
            return Suite.DEPASSE;
        }
        addVersion(mot, base + 1, propos, auteur, now, visibleLe, redite.signature);
        journal.record(Fait.of(ActeLiaison.MOT_CORRIGE, mot).by(auteur.compte).inEcole(last.get().ecole));
        retell(mot, propos.titre, auteur, last.get(), visibleLe, now, redite.annonce);
        return Suite.CORRIGE;
    }

    /// What waits in bells, or is there already, has the title that readers find.
    private void retell(
            UUID mot, String titre, Auteur auteur, Derniere last, Instant asked, Instant now, boolean again) {
        var visible = asked.isBefore(last.visibleLe) ? last.visibleLe : asked;
        if (again) {
            nouvelles.cancel(SorteLiaison.MOT_DE_LIAISON, mot);
            tell(auteur, mot, publics(last.ecole, mot), titre, visible);
        } else if (last.visibleLe.isAfter(now) || !visible.isAfter(now)) {
            nouvelles.rename(SorteLiaison.MOT_DE_LIAISON, mot, titre);
        }
    }

    private List<Public> publics(UUID ecole, UUID mot) {
        return Public.ofCles(jdbc.sql("select cle from liaison.destination where mot_id = :mot")
                .param("mot", mot)
                .query((rs, _) -> new Cle(ecole, rs.getString("cle")))
                .list());
    }

    private void addVersion(
            UUID mot, int numero, Propos propos, Auteur auteur, Instant now, Instant visibleLe, boolean signee) {
        jdbc.sql("""
                        insert into liaison.version
                               (ecole_id, mot_id, numero, titre, texte, auteur_id, ecrite_le, visible_le,
                                signatures, avant)
                        select m.ecole_id, m.id, :numero, :titre, :texte, :auteur, :maintenant,
                               greatest(m.visible_le, :visible), :signatures, m.avant
                          from liaison.mot m where m.id = :mot
                        """)
                .param("mot", mot)
                .param("numero", numero)
                .param("titre", propos.titre)
                .param("texte", propos.texte.html())
                .param("auteur", auteur.personne)
                .param("maintenant", utc(now))
                .param("visible", utc(visibleLe))
                .param("signatures", signee ? "DEMANDEES" : "GARDEES")
                .update();
    }

    /// Takes it back, unless somebody has read it. The row is held first: whoever reads at the same instant is waited
    /// for, then seen.
    ///
    /// @return whether it stands no more: false when it has been read
    @Transactional
    public boolean withdraw(Mot mot, Auteur auteur, Instant now) {
        boolean already = jdbc.sql("select retire_le is not null from liaison.mot where id = :mot for update")
                .param("mot", mot.id())
                .query(Boolean.class)
                .single();
        boolean withdrawn = jdbc.sql("""
                                update liaison.mot m set retire_le = :maintenant
                                 where m.id = :mot and m.retire_le is null
                                   and not exists (select 1 from liaison.lecture l where l.mot_id = m.id)
                                   and not exists (select 1 from liaison.reponse r where r.mot_id = m.id)
                                """)
                        .param("mot", mot.id())
                        .param("maintenant", utc(now))
                        .update()
                == 1;
        if (withdrawn) {
            documents.withdraw(PiecesDesMots.SALLE, mot.id());
            genres.of(mot.genre()).withdrawn(mot.id());
            nouvelles.cancel(SorteLiaison.MOT_DE_LIAISON, mot.id());
            relances(mot.id()).forEach(lot -> nouvelles.cancel(SorteLiaison.RELANCE, lot));
            journal.record(
                    Fait.of(ActeLiaison.MOT_REPRIS, mot.id()).by(auteur.compte).inEcole(mot.ecoleId()));
        }
        return already || withdrawn;
    }

    private List<UUID> relances(UUID mot) {
        return jdbc.sql("select distinct lot from liaison.relance where mot_id = :mot")
                .param("mot", mot)
                .query((rs, _) -> Colonnes.uuid(rs, "lot"))
                .list();
    }

    /// Somebody has opened this version; the first time counts.
    ///
    /// @param lecteur who reads
    /// @param personnes all whom the directory knows this one person as, the reader among them
    @Transactional
    public void read(UUID mot, int numero, UUID lecteur, Collection<UUID> personnes, Instant now) {
        var auteurs = jdbc.sql("""
                        with le_mot as (
                            select id, ecole_id, auteur_id from liaison.mot
                             where id = :mot and retire_le is null for share),
                        lue as (
                            insert into liaison.lecture (ecole_id, mot_id, numero, personne_id, principale, lu_le)
                            select m.ecole_id, m.id, :numero, p, p = :lecteur, :maintenant
                              from le_mot m cross join unnest(:personnes::uuid[]) p
                            on conflict do nothing returning mot_id)
                        select m.auteur_id from le_mot m
                         where m.auteur_id is not null and exists (select 1 from lue)
                        """)
                .param("mot", mot)
                .param("numero", numero)
                .param("lecteur", lecteur)
                .param("personnes", personnes.toArray(UUID[]::new))
                .param("maintenant", utc(now))
                .query((rs, _) -> Colonnes.uuid(rs, "auteur_id"))
                .list();
        direct.tell(auteurs, "lectures");
    }

    private static LocalDate day(Instant instant) {
        return instant.atZone(Calendrier.PARIS).toLocalDate();
    }

    public static OffsetDateTime utc(Instant instant) {
        return instant.atOffset(ZoneOffset.UTC);
    }

    /// @param compte who is signed in
    /// @param personne the member of staff
    public record Auteur(UUID compte, UUID personne) {}

    /// A mot that does without delivery hours: who decides so, and why ([Nouvelles#urgent]).
    public record Urgence(Utilisateur auteur, String motif) {}

    /// What a version says.
    public record Propos(String titre, TexteRiche texte) {}

    /// What a correction asks again of those for whom the mot is.
    ///
    /// @param annonce bells ring once more
    /// @param signature who had answered answers again: what they signed said something else
    /// @param joint what is attached has changed: the same words are another version
    public record Redite(boolean annonce, boolean signature, boolean joint) {

        public static final Redite RIEN = new Redite(false, false);

        public Redite(boolean annonce, boolean signature) {
            this(annonce, signature, false);
        }
    }

    /// What became of a correction.
    public enum Suite {
        CORRIGE,
        /// it said that already, or was taken back meanwhile
        INCHANGE,
        /// another version was written meanwhile
        DEPASSE
    }

    /// @param visibleLe when the mot reaches people: no correction does before
    private record Derniere(UUID ecole, int numero, Propos propos, Instant visibleLe) {}
}
