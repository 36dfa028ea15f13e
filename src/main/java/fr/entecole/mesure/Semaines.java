package fr.entecole.mesure;

import static fr.entecole.socle.Phrases.t;

import fr.entecole.socle.contrats.Travail;
import java.time.Clock;
import java.time.LocalDate;
import java.time.LocalTime;
import java.util.Map;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/// Each night: who came this week, as a number; how many people the directory knows; marks of weeks that are over go;
/// days past their season become a week. Done twice, it says the same.
@Component
class Semaines implements Travail {

    private final JdbcClient jdbc;
    private final ReglagesMesure reglages;
    private final Clock clock;

    Semaines(JdbcClient jdbc, ReglagesMesure reglages, Clock clock) {
        this.jdbc = jdbc;
        this.reglages = reglages;
        this.clock = clock;
    }

    @Override
    public String nom() {
        return "mesure.semaines";
    }

    @Override
    public String phrase() {
        return t("Compter qui est venu dans la semaine, sans garder qui");
    }

    @Override
    public Rythme rythme() {
        return new Rythme.Nuit(LocalTime.of(2, 41));
    }

    @Override
    public String bilan(Map<String, Long> compte) {
        long marques = compte.getOrDefault("marques", 0L);
        return marques == 0
                ? ""
                : t(
                        "{0, plural, one {# marque d’une semaine finie effacée} other {# marques de semaines finies effacées}}",
                        marques);
    }

    @Override
    @Transactional
    public Map<String, Long> run() {
        var today = LocalDate.now(clock);
        var monday = Compteurs.monday(today);
        jdbc.sql("""
                        insert into mesure.semaine as s (ecole_id, semaine, profil, venus)
                        select ecole_id, semaine, profil, count(*) from mesure.marque group by 1, 2, 3
                        on conflict (ecole_id, semaine, profil) do update
                           set venus = greatest(s.venus, excluded.venus)
                        """).update();
        jdbc.sql("""
                        with enseignants as (
                            select ecole_id, personnel_id as personne_id from annuaire.enseigne
                            union select ecole_id, personnel_id from annuaire.dirige),
                        gens as (
                            select f.ecole_id, case f.nature when 'ELEVE' then 'ELEVE' else 'PARENT' end as profil,
                                   count(distinct f.personne_id) as inscrits
                              from annuaire.famille(:jour) f join annuaire.ouverte o on o.ecole_id = f.ecole_id
                             group by 1, 2
                            union all
                            select q.ecole_id,
                                   case when exists (select 1 from enseignants e
                                                      where (e.ecole_id, e.personne_id) = (q.ecole_id, q.personne_id))
                                        then 'ENSEIGNANT' else 'ADMIN_VIE_SCOL_TECH' end, count(*)
                              from annuaire.equipe q join annuaire.ouverte o on o.ecole_id = q.ecole_id
                             group by 1, 2)
                        insert into mesure.semaine as s (ecole_id, semaine, profil, inscrits)
                        select ecole_id, :lundi, profil, inscrits from gens
                        on conflict (ecole_id, semaine, profil) do update set inscrits = excluded.inscrits
                        """).param("jour", today).param("lundi", monday).update();
        long marques = jdbc.sql("delete from mesure.marque where semaine < :lundi")
                .param("lundi", monday)
                .update();
        long jours = jdbc.sql("""
                        with passes as (delete from mesure.compteur where jour < :limite and heure >= 0 returning *)
                        insert into mesure.compteur as c
                               (ecole_id, jour, heure, profil, service, appareil, entrees, visites, pages)
                        select ecole_id, date_trunc('week', jour)::date, -1, profil, service, appareil,
                               sum(entrees), sum(visites), sum(pages)
                          from passes group by 1, 2, 4, 5, 6
                        on conflict (ecole_id, jour, heure, profil, service, appareil) do update
                           set entrees = c.entrees + excluded.entrees, visites = c.visites + excluded.visites,
                               pages = c.pages + excluded.pages
                        """)
                .param("limite", Compteurs.monday(today.minus(reglages.heures())))
                .update();
        return Map.of("marques", marques, "jours", jours);
    }
}
