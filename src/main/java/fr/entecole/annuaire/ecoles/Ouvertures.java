package fr.entecole.annuaire.ecoles;

import fr.entecole.annuaire.declarations.ActeAnnuaire;
import fr.entecole.journal.Journal;
import fr.entecole.journal.Journal.Fait;
import java.time.Clock;
import java.time.OffsetDateTime;
import java.util.Collection;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.modulith.NamedInterface;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/// Opens and closes schools: only the people of an open school come in. Dated, with who did it and why it closed. A
/// code that several schools bear opens none of them: each is opened by itself.
@Component
@NamedInterface("ecoles")
@Transactional
public class Ouvertures {

    /// The author of what was done on a screen; the journal has the account.
    static final String ECRAN = "region";

    private final JdbcClient jdbc;
    private final Clock clock;
    private final Journal journal;

    Ouvertures(JdbcClient jdbc, Clock clock, Journal journal) {
        this.jdbc = jdbc;
        this.clock = clock;
        this.journal = journal;
    }

    /// @return the UAI that are schools of the directory, among those given
    public List<String> known(List<String> uais) {
        return jdbc.sql("select distinct uai from annuaire.structure where genre = 'ECOLE' and uai = any(:uais)")
                .param("uais", upper(uais))
                .query((rs, _) -> rs.getString(1))
                .list();
    }

    /// @return those of these UAI that several schools bear; of all where none is given
    public List<String> shared(List<String> uais) {
        return jdbc.sql("""
                        select uai from annuaire.structure
                         where genre = 'ECOLE' and uai is not null and (cardinality(:uais::text[]) = 0 or uai = any(:uais))
                         group by uai having count(*) > 1 order by uai
                        """)
                .param("uais", upper(uais))
                .query((rs, _) -> rs.getString(1))
                .list();
    }

    /// @return how many were closed before and are open now
    public int open(List<String> uais, String par) {
        return open("s.uai = any(:uais)", Map.of("uais", upper(uais), "par", par), null);
    }

    public int openAll(String par) {
        return open(
                "s.uai is null or s.uai <> all(:partages)",
                Map.of("partages", shared(List.of()).toArray(String[]::new), "par", par),
                null);
    }

    /// On the screen, by an account of the region.
    int open(Collection<UUID> ecoles, UUID compte) {
        return open("s.id = any(:ids)", Map.of("ids", ecoles.toArray(UUID[]::new), "par", ECRAN), compte);
    }

    int close(Collection<UUID> ecoles, String motif, UUID compte) {
        return close(
                "s.id = any(:ids)", Map.of("ids", ecoles.toArray(UUID[]::new), "par", ECRAN, "motif", motif), compte);
    }

    private int open(String which, Map<String, Object> parameters, @Nullable UUID compte) {
        var opened = jdbc.sql("""
                        insert into annuaire.ouverture (structure_id, ouverte_le, ouverte_par)
                        select s.id, :maintenant, :par from annuaire.structure s
                         where s.genre = 'ECOLE' and (%s)
                           and not exists (select 1 from annuaire.ouverture o
                                            where o.structure_id = s.id and o.fermee_le is null)
                        returning structure_id
                        """.formatted(which))
                .params(parameters)
                .param("maintenant", OffsetDateTime.now(clock))
                .query((rs, _) -> rs.getObject(1, UUID.class))
                .list();
        opened.forEach(id -> journal.record(
                Fait.of(ActeAnnuaire.ECOLE_OUVERTE, id).by(compte).inEcole(id)));
        return opened.size();
    }

    public int close(List<String> uais, String motif, String par) {
        return close("s.uai = any(:uais)", Map.of("uais", upper(uais), "par", par, "motif", motif), null);
    }

    private int close(String which, Map<String, Object> parameters, @Nullable UUID compte) {
        var closed = jdbc.sql("""
                        update annuaire.ouverture o set fermee_le = :maintenant, fermee_par = :par, motif = :motif
                          from annuaire.structure s
                         where s.id = o.structure_id and %s and o.fermee_le is null
                        returning o.structure_id
                        """.formatted(which))
                .params(parameters)
                .param("maintenant", OffsetDateTime.now(clock))
                .query((rs, _) -> rs.getObject(1, UUID.class))
                .list();
        closed.forEach(id -> journal.record(Fait.of(ActeAnnuaire.ECOLE_FERMEE, id)
                .by(compte)
                .inEcole(id)
                .with(Map.of("motif", String.valueOf(parameters.get("motif"))))));
        return closed.size();
    }

    private static String[] upper(List<String> uais) {
        return uais.stream().map(uai -> uai.strip().toUpperCase(Locale.ROOT)).toArray(String[]::new);
    }
}
