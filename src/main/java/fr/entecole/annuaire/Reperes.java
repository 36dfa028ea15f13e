package fr.entecole.annuaire;

import java.util.UUID;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/// From the identifiers of the outside (UAI, ids of an académie's feed) to ours; what is asked for must be there.
@Component
public class Reperes {

    private final JdbcClient jdbc;

    Reperes(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    public UUID ecole(String uai) {
        return id("select id from annuaire.structure where uai = :a and :b = ''", uai, "");
    }

    public UUID classe(String academie, String aafId) {
        return id("select id from annuaire.classe where academie = :a and aaf_id = :b", academie, aafId);
    }

    public UUID personne(String academie, Nature nature, String aafId) {
        return id(
                switch (nature) {
                    case ELEVE -> "select id from annuaire.eleve where academie = :a and aaf_id = :b";
                    case RESPONSABLE -> "select id from annuaire.responsable where academie = :a and aaf_id = :b";
                    case PERSONNEL -> "select id from annuaire.personnel where academie = :a and aaf_id = :b";
                    case AGENT -> throw new IllegalArgumentException("no feed carries agents");
                },
                academie,
                aafId);
    }

    private UUID id(String sql, String a, String b) {
        return jdbc.sql(sql)
                .param("a", a)
                .param("b", b)
                .query((rs, _) -> rs.getObject(1, UUID.class))
                .single();
    }
}
