package fr.entecole.presences;

import fr.entecole.calendrier.Calendrier;
import fr.entecole.calendrier.Calendriers;
import fr.entecole.direct.Direct;
import fr.entecole.journal.Journal;
import fr.entecole.journal.Journal.Fait;
import fr.entecole.presences.Feuille.Geste;
import fr.entecole.presences.Feuille.Ligne;
import fr.entecole.socle.AnneeScolaire;
import fr.entecole.socle.Colonnes;
import java.time.Instant;
import java.time.LocalTime;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
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
    private final Avertissements avertissements;
    private final Journal journal;
    private final Direct direct;

    CahierDAppel(
            JdbcClient jdbc, Calendriers calendriers, Avertissements avertissements, Journal journal, Direct direct) {
        this.jdbc = jdbc;
        this.calendriers = calendriers;
        this.avertissements = avertissements;
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
        return call(quoi, base, mine, contreEcriture, auteur, null, now);
    }

    /// @param envoi of a roll that waited for the line, which is written once however often it is sent
    @Transactional
    public Suite call(
            Appele quoi,
            int base,
            Map<UUID, Dit> mine,
            String contreEcriture,
            Auteur auteur,
            @Nullable Envoi envoi,
            Instant now) {
        hold(quoi);
        if (envoi != null && isKnown(quoi.ecole(), envoi)) {
            return Suite.INCHANGE;
        }
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
        write(quoi, feuille, geste, signed ? contreEcriture.strip() : "", changes, auteur, envoi, now);
        return Suite.ECRIT;
    }

    private boolean isKnown(UUID ecole, Envoi envoi) {
        return jdbc.sql("select exists (select 1 from presences.appel where ecole_id = :ecole and envoi = :envoi)")
                .param("ecole", ecole)
                .param("envoi", envoi.id)
                .query(Boolean.class)
                .single();
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
        write(quoi, feuille, Geste.RETOUR, "", feuille.undone(), auteur, null, now);
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
        return jdbc.sql(LectureDesAppels.FEUILLE)
                .params(LectureDesAppels.parametres(quoi))
                .query(Lignes::feuille);
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
            @Nullable Envoi envoi,
            Instant now) {
        int numero = before.numero() + 1;
        boolean first = numero == 1 && changes.containsValue(Dit.PRESENT);
        jdbc.sql("""
                        with meme as (
                            select id from presences.liste
                             where ecole_id = :ecole and classe_id = :classe and jour >= :rentree and eleves = :liste::uuid[]
                             order by id limit 1),
                        neuve as (
                            insert into presences.liste (ecole_id, classe_id, jour, eleves)
                            select :ecole, :classe, :jour, :liste::uuid[]
                             where cardinality(:liste::uuid[]) > 0 and not exists (select 1 from meme) returning id)
                        insert into presences.appel
                               (ecole_id, classe_id, jour, moment, numero, geste, motif, auteur_id, auteur, fait_le,
                                envoi, saisi_le, liste_id)
                        values (:ecole, :classe, :jour, :moment, :numero, :geste, :motif, :auteur, :nom, :maintenant,
                                :envoi::uuid, :saisi::timestamptz, (select id from meme union all select id from neuve))
                        """)
                .params(LectureDesAppels.parametres(quoi))
                .param("numero", numero)
                .param("rentree", AnneeScolaire.of(quoi.demi().jour()).debut())
                .param("liste", first ? changes.keySet().stream().sorted().toArray(UUID[]::new) : new UUID[0])
                .param("geste", geste.name())
                .param("motif", motif)
                .param("auteur", auteur.personne())
                .param("nom", auteur.nom())
                .param("maintenant", Lignes.utc(now))
                .param("envoi", envoi == null ? null : envoi.id)
                .param("saisi", envoi == null ? null : Lignes.utc(envoi.saisiLe))
                .update();
        var lines = new LinkedHashMap<>(changes);
        if (first) {
            lines.values().removeIf(Dit.PRESENT::equals);
        }
        var written = lines(quoi, numero, lines);
        name(quoi, changes.keySet(), now);
        avertissements.tell(quoi, before, written, auteur, now);
        if (geste == Geste.CORRECTION || geste == Geste.CONTRE_ECRITURE) {
            journal.record(Fait.of(
                            geste == Geste.CORRECTION ? ActePresences.APPEL_CORRIGE : ActePresences.CONTRE_ECRITURE,
                            quoi.classe())
                    .by(auteur.compte())
                    .inEcole(quoi.ecole()));
        }
        direct.tell(callers(quoi), "appel");
    }

    /// Of a first version, only those of whom its list does not say that they are there.
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

    /// A roll that was called while the line was cut.
    ///
    /// @param id by which the device that sends it again is understood
    /// @param saisiLe by the server's clock
    public record Envoi(UUID id, Instant saisiLe) {}

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
