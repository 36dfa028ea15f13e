package fr.entecole.annuaire.aaf.application;

import java.sql.Connection;
import java.sql.SQLException;

/// The lock of an académie, held by the connection of the import that runs: it goes with the node that dies.
final class Verrou {

    private static final int FAMILLE = 0x0AAF;

    private Verrou() {}

    static boolean lock(Connection connexion, String academie) throws SQLException {
        return answer(connexion, "select pg_try_advisory_lock(?, ?)", academie);
    }

    /// @return whether it was still held
    static boolean unlock(Connection connexion, String academie) throws SQLException {
        return answer(connexion, "select pg_advisory_unlock(?, ?)", academie);
    }

    private static boolean answer(Connection connexion, String sql, String academie) throws SQLException {
        try (var statement = connexion.prepareStatement(sql)) {
            statement.setInt(1, FAMILLE);
            statement.setInt(2, Integer.parseInt(academie));
            try (var rs = statement.executeQuery()) {
                return rs.next() && rs.getBoolean(1);
            }
        }
    }
}
