import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.util.Properties;

/**
 * Runs the one SQL statement on its standard input, as the side whose properties it is given: java -cp DRIVER Sql.java
 * PROPERTIES. The embedded database comes without a client of its own.
 */
class Sql {

    public static void main(String[] arguments) throws Exception {
        Properties side = new Properties();
        try (var properties = Files.newBufferedReader(Path.of(arguments[0]))) {
            side.load(properties);
        }
        String sql = new String(System.in.readAllBytes(), StandardCharsets.UTF_8);
        try (Connection connection = connect(side);
                var statement = connection.createStatement()) {
            System.out.println(statement.executeUpdate(sql) + " rows");
        }
    }

    private static Connection connect(Properties side) throws SQLException {
        return DriverManager.getConnection(
                side.getProperty("spring.datasource.url"),
                side.getProperty("spring.datasource.username"),
                side.getProperty("spring.datasource.password"));
    }
}
