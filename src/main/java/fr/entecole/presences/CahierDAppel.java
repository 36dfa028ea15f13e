package fr.entecole.presences;

import static fr.entecole.socle.Phrases.t;

import fr.entecole.annuaire.Public;
import fr.entecole.annuaire.Public.Qui;
import fr.entecole.calendrier.Calendrier;
import fr.entecole.calendrier.Calendriers;
import fr.entecole.direct.Direct;
import fr.entecole.journal.Journal;
import fr.entecole.journal.Journal.Fait;
import fr.entecole.notifications.Nouvelle;
import fr.entecole.notifications.Nouvelles;
import fr.entecole.presences.Feuille.Geste;
import fr.entecole.presences.Feuille.Ligne;
import fr.entecole.socle.AnneeScolaire;
import fr.entecole.socle.Colonnes;
import java.time.Instant;
import java.time.LocalTime;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/// The one place that writes rolls. Who may is judged by the caller. Nothing that was said is changed: another version
/// comes after it, or the caller is told that one has come meanwhile.
@Component
public class CahierDAppel {

    private final JdbcClient jdbc;
    private final Calendriers calendriers;
    private final Nouvelles nouvelles;
    private final Journal journal;
    private final Direct direct;

    CahierDAppel(JdbcClient jdbc, Calendriers calendriers, Nouvelles nouvelles, Journal journal, Direct direct) {
        this.jdbc = jdbc;
        this.calendriers = calendriers;
        this.nouvelles = nouvelles;
        this.journal = journal;
        this.direct = direct;
    }

    /// The same words sent twice are one version: a form that is sent again by a line that comes back is acknowledged.
    ///
    /// @param base number of the version that was looked at
    /// @param mine what is said of each child
    /// @param contreEcriture why a signed month is changed; empty where it is not
    @Transactional
    public Suite call(Appele quoi, int base, Map<UUID, Dit> mine, String contreEcriture, Auteur auteur, Instant now) {
        hold(quoi);
        var feuille = feuille(quoi);
        var changes = feuille.changes(mine);
        if (changes.isEmpty()) {
            return Suite.INCHANGE;
        }
        if (feuille.numero() != base) {
            return Suite.DEPASSE;
        }
        boolean signed = signed(quoi);
        if (signed && contreEcriture.isBlank()) {
            return Suite.FERME;
        }
        var geste = signed ? Geste.CONTRE_ECRITURE : feuille.numero() == 0 ? Geste.APPEL : Geste.CORRECTION;
        write(quoi, feuille, geste, signed ? contreEcriture.strip() : "", changes, auteur, now);
        return Suite.ECRIT;
    }

    /// What was before the last version holds again, while its half-day runs.
    ///
    /// @param base number of the version that is taken back
    @Transactional
    public Suite undo(Appele quoi, int base, Auteur auteur, Instant now) {
        hold(quoi);
        var feuille = feuille(quoi);
        if (feuille.numero() != base || base == 0) {
            return Suite.DEPASSE;
        }
        if (signed(quoi) || !isUndone(calendriers.of(quoi.ecole()), quoi, now)) {
            return Suite.FERME;
        }
        write(quoi, feuille, Geste.RETOUR, "", feuille.undone(), auteur, now);
        return Suite.ECRIT;
    }

    /// Whether one may still go back to before: until the half-day ends.
    public static boolean isUndone(Calendrier calendrier, Appele quoi, Instant now) {
        var there = now.atZone(Calendrier.PARIS);
        return there.toLocalDate().equals(quoi.demi().jour())
                && calendrier
                        .classe(quoi.demi())
                        .filter(c -> !there.toLocalTime().isAfter(c.fin()))
                        .isPresent();
    }

    /// How many of a class eat, stay, study; counts, never names.
    @Transactional
    public void count(Appele quoi, Map<Choix.Quoi, Integer> nombres, Auteur auteur, Instant now) {
        nombres.forEach((service, nombre) -> jdbc.sql("""
                        insert into presences.nombre (ecole_id, classe_id, jour, service, nombre, auteur_id, dit_le)
                        select :ecole, :classe, :jour, :service, :nombre, :auteur, :maintenant
                         where :nombre is distinct from (
                               select c.nombre from presences.nombre c
                                where c.ecole_id = :ecole and c.classe_id = :classe and c.jour = :jour
                                  and c.service = :service order by c.dit_le desc, c.id desc limit 1)
                        """)
                .param("ecole", quoi.ecole())
                .param("classe", quoi.classe())
                .param("jour", quoi.demi().jour())
                .param("service", service.name())
                .param("nombre", nombre)
                .param("auteur", auteur.personne())
                .param("maintenant", Lignes.utc(now))
                .update());
    }

    /// Whoever calls the same roll at the same instant waits here.
    private void hold(Appele quoi) {
        jdbc.sql("select pg_advisory_xact_lock(hashtextextended(:quoi, 14))")
                .param(
                        "quoi",
                        quoi.classe() + " " + quoi.demi().jour() + " "
                                + quoi.demi().moment())
                .query((_, _) -> true)
                .single();
    }

    /// The roll as it stands.
    @Transactional(readOnly = true)
    public Feuille feuille(Appele quoi) {
        var of = LectureDesAppels.parametres(quoi);
        return new Feuille(
                jdbc.sql(LectureDesAppels.VERSIONS)
                        .params(of)
                        .query(Lignes::version)
                        .list(),
                jdbc.sql(LectureDesAppels.LIGNES)
                        .params(of)
                        .query(Lignes::ligne)
                        .list());
    }

    private boolean signed(Appele quoi) {
        return jdbc.sql("""
                        select exists (select 1 from presences.signature
                                        where ecole_id = :ecole and classe_id = :classe and jour = :mois)
                        """)
                .param("ecole", quoi.ecole())
                .param("classe", quoi.classe())
                .param("mois", quoi.demi().jour().withDayOfMonth(1))
                .query(Boolean.class)
                .single();
    }

    private void write(
            Appele quoi,
            Feuille before,
            Geste geste,
            String motif,
            Map<UUID, Dit> changes,
            Auteur auteur,
            Instant now) {
        int numero = before.numero() + 1;
        jdbc.sql("""
                        insert into presences.appel
                               (ecole_id, classe_id, jour, moment, numero, geste, motif, auteur_id, auteur, fait_le)
                        values (:ecole, :classe, :jour, :moment, :numero, :geste, :motif, :auteur, :nom, :maintenant)
                        """)
                .params(LectureDesAppels.parametres(quoi))
                .param("numero", numero)
                .param("geste", geste.name())
                .param("motif", motif)
                .param("auteur", auteur.personne())
                .param("nom", auteur.nom())
                .param("maintenant", Lignes.utc(now))
                .update();
        var written = lines(quoi, numero, changes);
        name(quoi, changes.keySet(), now);
        tell(quoi, before, written, auteur, now);
        if (geste == Geste.CORRECTION || geste == Geste.CONTRE_ECRITURE) {
            journal.record(Fait.of(
                            geste == Geste.CORRECTION ? ActePresences.APPEL_CORRIGE : ActePresences.CONTRE_ECRITURE,
                            quoi.classe())
                    .by(auteur.compte())
                    .inEcole(quoi.ecole()));
        }
        direct.tell(callers(quoi), "appel");
    }

    private Map<UUID, Ligne> lines(Appele quoi, int numero, Map<UUID, Dit> changes) {
        var all = List.copyOf(changes.entrySet());
        Map<UUID, Ligne> written = new LinkedHashMap<>();
        jdbc.sql("""
                        insert into presences.ligne
                               (ecole_id, classe_id, jour, moment, numero, eleve_id, etat, arrive, parti)
                        select :ecole, :classe, :jour, :moment, :numero, q.eleve, q.etat, q.arrive::time, q.parti::time
                          from unnest(:eleves::uuid[], :etats::text[], :arrives::text[], :partis::text[])
                               q (eleve, etat, arrive, parti)
                        returning id, eleve_id, numero, etat, arrive, parti
                        """)
                .params(LectureDesAppels.parametres(quoi))
                .param("numero", numero)
                .param("eleves", all.stream().map(Map.Entry::getKey).toArray(UUID[]::new))
                .param(
                        "etats",
                        all.stream().map(e -> e.getValue().etat().name()).toArray(String[]::new))
                .param(
                        "arrives",
                        all.stream().map(e -> time(e.getValue().arrive())).toArray(String[]::new))
                .param(
                        "partis",
                        all.stream().map(e -> time(e.getValue().parti())).toArray(String[]::new))
                .query(Lignes::ligne)
                .list()
                .forEach(l -> written.put(l.eleve(), l));
        return written;
    }

    @SuppressWarnings("NullAway") // a null of an array of PostgreSQL
    private static String time(@Nullable LocalTime time) {
        return time == null ? null : time.toString();
    }

    /// The register's own names, which stay when the directory forgets.
    private void name(Appele quoi, Set<UUID> eleves, Instant now) {
        jdbc.sql("""
                        insert into presences.nom (ecole_id, eleve_id, annee, prenom, nom, niveau, inscrit_le)
                        select :ecole, t.id, :annee, t.prenom, t.nom, coalesce(p.niveau, ''), :maintenant
                          from annuaire.titulaire t left join annuaire.present p on p.eleve_id = t.id
                         where t.id = any(:eleves) and t.nature = 'ELEVE'
                        on conflict (ecole_id, eleve_id, annee) do nothing
                        """)
                .param("ecole", quoi.ecole())
                .param("annee", AnneeScolaire.of(quoi.demi().jour()).rentree())
                .param("eleves", eleves.toArray(UUID[]::new))
                .param("maintenant", Lignes.utc(now))
                .update();
    }

    /// A child who is missing and of whom nobody had said so beforehand: each guardian in force is told, at once in
    /// school time, else when delivery hours begin again. Who said it was a mistake takes the news back.
    private void tell(Appele quoi, Feuille before, Map<UUID, Ligne> written, Auteur auteur, Instant now) {
        var last = before.lastLines();
        var missing = new HashSet<UUID>();
        written.forEach((eleve, ligne) -> {
            var was = last.get(eleve);
            boolean isMissing = ligne.dit().etat() == Etat.ABSENT;
            if (was != null && was.dit().etat() == Etat.ABSENT) {
                if (!isMissing) {
                    nouvelles.cancel(SortePresences.ABSENCE_A_EXPLIQUER, was.id());
                }
            } else if (isMissing) {
                missing.add(eleve);
            }
        });
        if (missing.isEmpty()) {
            return;
        }
        missing.removeAll(excused(quoi, missing));
        if (missing.isEmpty()) {
            return;
        }
        var calendrier = calendriers.of(quoi.ecole());
        var when = Appel.inSchoolTime(calendrier, now)
                ? now
                : calendrier.delivery(now).orElse(now);
        for (var eleve : missing) {
            var ligne = Objects.requireNonNull(written.get(eleve));
            nouvelles.deposit(
                    auteur.personne(),
                    new Nouvelle(
                            SortePresences.ABSENCE_A_EXPLIQUER,
                            ligne.id(),
                            Public.ofEleves(quoi.ecole(), List.of(eleve), Qui.RESPONSABLES),
                            "/presences/absences/" + ligne.id(),
                            t("Votre enfant n’est pas en classe\u00a0: dites-nous pourquoi")),
                    when);
        }
    }

    private Set<UUID> excused(Appele quoi, Set<UUID> eleves) {
        var excused = new HashSet<UUID>();
        jdbc.sql("""
                        select eleve_id, du, au, jour_semaine, moment from presences.excuse
                         where ecole_id = :ecole and eleve_id = any(:eleves) and du <= :jour and au >= :jour
                           and retiree_le is null
                        """)
                .param("ecole", quoi.ecole())
                .param("eleves", eleves.toArray(UUID[]::new))
                .param("jour", quoi.demi().jour())
                .query(rs -> {
                    if (Lignes.plage(rs).covers(quoi.demi())) {
                        excused.add(Colonnes.uuid(rs, "eleve_id"));
                    }
                });
        return excused;
    }

    /// Whose open pages show this roll.
    private List<UUID> callers(Appele quoi) {
        return jdbc.sql("""
                        select e.personnel_id from annuaire.enseigne e where e.classe_id = :classe
                        union select d.personnel_id from annuaire.dirige d where d.ecole_id = :ecole
                        """)
                .param("classe", quoi.classe())
                .param("ecole", quoi.ecole())
                .query((rs, _) -> Colonnes.uuid(rs, "personnel_id"))
                .list();
    }

    /// What became of what was sent.
    public enum Suite {
        ECRIT,
        /// it said that already
        INCHANGE,
        /// another version has come meanwhile
        DEPASSE,
        /// the month is signed, or the half-day is over
        FERME
    }
}
