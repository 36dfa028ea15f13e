package fr.entecole.presences.services;

import fr.entecole.annuaire.Appellations;
import fr.entecole.presences.Appele;
import fr.entecole.presences.Auteur;
import fr.entecole.presences.CahierDAppel;
import fr.entecole.presences.Choix.Quoi;
import fr.entecole.presences.Lignes;
import fr.entecole.socle.Colonnes;
import java.text.Collator;
import java.time.Instant;
import java.time.LocalDate;
import java.util.Collection;
import java.util.Comparator;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/// The lists of who eats, stays and studies. Who may write or read them is judged by the caller; whether the commune
/// reads a service is asked here, each time.
@Component
public class Servis {

    private final JdbcClient jdbc;
    private final CahierDAppel cahier;

    Servis(JdbcClient jdbc, CahierDAppel cahier) {
        this.jdbc = jdbc;
        this.cahier = cahier;
    }

    /// Who was ticked for that day; where nobody has said, who was on the last same day of the week.
    public Set<UUID> proposed(Appele quoi, Quoi service) {
        return new HashSet<>(jdbc.sql("""
                        select s.eleve_id from presences.servi s
                         where s.ecole_id = :ecole and s.classe_id = :classe and s.service = :service
                           and s.fini_le is null
                           and s.jour = case when exists (
                                   select 1 from presences.nombre n
                                    where n.ecole_id = :ecole and n.classe_id = :classe and n.jour = :jour
                                      and n.service = :service)
                               then :jour
                               else (select max(a.jour) from presences.servi a
                                      where a.ecole_id = :ecole and a.classe_id = :classe and a.service = :service
                                        and a.jour < :jour
                                        and extract(isodow from a.jour) = extract(isodow from :jour::date)) end
                        """)
                .params(parametres(quoi, service))
                .query((rs, _) -> Colonnes.uuid(rs, "eleve_id"))
                .list());
    }

    /// All of them, and their count with them; saying the same again writes nothing.
    @Transactional
    public void say(Appele quoi, Quoi service, Set<UUID> eleves, Auteur auteur, Instant now) {
        jdbc.sql("select pg_advisory_xact_lock(hashtextextended(:quoi, 22))")
                .param("quoi", quoi.classe() + " " + quoi.demi().jour() + " " + service)
                .query((_, _) -> true)
                .single();
        var ids = eleves.toArray(UUID[]::new);
        jdbc.sql("""
                        update presences.servi set fini_le = :maintenant
                         where ecole_id = :ecole and classe_id = :classe and jour = :jour and service = :service
                           and fini_le is null and eleve_id <> all(:eleves)
                        """)
                .params(parametres(quoi, service))
                .param("eleves", ids)
                .param("maintenant", Lignes.utc(now))
                .update();
        jdbc.sql("""
                        insert into presences.servi
                               (ecole_id, classe_id, jour, service, eleve_id, auteur_id, dit_le)
                        select :ecole, :classe, :jour, :service, q, :auteur, :maintenant from unnest(:eleves::uuid[]) q
                        on conflict (ecole_id, jour, classe_id, service, eleve_id) where fini_le is null do nothing
                        """)
                .params(parametres(quoi, service))
                .param("eleves", ids)
                .param("auteur", auteur.personne())
                .param("maintenant", Lignes.utc(now))
                .update();
        cahier.count(quoi, Map.of(service, ids.length), auteur, now);
    }

    /// What the commune reads of a school that day: nothing of a service that it does not serve, and nobody whom the
    /// roll says absent since.
    public List<Servi> read(UUID ecole, LocalDate jour) {
        var collator = Collator.getInstance(Locale.FRENCH);
        return jdbc
                .sql("""
                        select s.classe_id, s.service, t.prenom, t.nom from presences.servi s
                          join presences.choix c
                            on c.ecole_id = s.ecole_id and c.quoi = 'NOMS_' || s.service and c.fini_le is null
                          join annuaire.titulaire t on t.id = s.eleve_id and t.nature = 'ELEVE'
                         where s.ecole_id = :ecole and s.jour = :jour and s.fini_le is null
                           and not exists (
                               select 1 from presences.dernier d
                                where d.ecole_id = s.ecole_id and d.classe_id = s.classe_id and d.jour = s.jour
                                  and d.eleve_id = s.eleve_id and d.etat in ('ABSENT', 'NON_ATTENDU')
                                  and d.moment = case s.service when 'CANTINE' then 'MATIN' else 'APRES_MIDI' end)
                        """)
                .param("ecole", ecole)
                .param("jour", jour)
                .query((rs, _) -> new Servi(
                        Colonnes.uuid(rs, "classe_id"),
                        Quoi.valueOf(rs.getString("service")),
                        Appellations.personne("", rs.getString("nom")) + ", "
                                + Appellations.personne(rs.getString("prenom"), "")))
                .list()
                .stream()
                .sorted(Comparator.comparing(Servi::nom, collator))
                .toList();
    }

    /// Schools of these in which the commune reads the names of a service.
    public Set<UUID> read(Collection<UUID> ecoles) {
        return Set.copyOf(jdbc.sql("""
                        select distinct ecole_id from presences.choix
                         where ecole_id = any(:ecoles) and quoi like 'NOMS\\_%' and fini_le is null
                        """)
                .param("ecoles", ecoles.toArray(UUID[]::new))
                .query((rs, _) -> Colonnes.uuid(rs, "ecole_id"))
                .list());
    }

    private static Map<String, Object> parametres(Appele quoi, Quoi service) {
        return Map.of(
                "ecole",
                quoi.ecole(),
                "classe",
                quoi.classe(),
                "jour",
                quoi.demi().jour(),
                "service",
                service.name());
    }
}
